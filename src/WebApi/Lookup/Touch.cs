namespace Suyuan.Lookup;

/// <summary>That what consumers may see of a batch changed; or of everything of the enterprise, where the batch is ''.</summary>
internal sealed record Touch(string Position, string Enterprise, string Batch);

/// <summary>What was touched since a horizon, and the horizon to ask with next.</summary>
internal sealed record Touches(string Horizon, IReadOnlyList<Touch> Items);
