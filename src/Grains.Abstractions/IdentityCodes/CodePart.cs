namespace Suyuan.IdentityCodes;

/// <summary>Some digits of a layout, from the left; no digits stands for as many as the code has left.</summary>
[GenerateSerializer, Immutable, Alias("code-part")]
public sealed record CodePart
{
    [Id(0)] public CodePartKind Kind { get; init; }
    [Id(1)] public int Digits { get; init; }

    /// <summary>The digits of a fixed part.</summary>
    [Id(2)] public string? Text { get; init; }
}
