namespace Suyuan.Silo.Storage;

/// <summary>How a job ended: its state, and its report or its refusal as JSON.</summary>
public sealed record JobEnd(string State, string? Report = null, string? Refusal = null);
