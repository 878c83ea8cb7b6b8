namespace Suyuan.Collector;

/// <summary>A refusal, as the API words it (RFC 9457).</summary>
public sealed record LineProblem
{
    public int Status { get; init; }
    public string Code { get; init; } = "";
    public string Title { get; init; } = "";
    public string? Detail { get; init; }

    public override string ToString() => $"{Status} {Code}: {Detail ?? Title}";
}
