namespace Suyuan.Samples;

/// <summary>A weigh ticket to upload; its card is printed when it has one.</summary>
internal sealed record SampleTicket(string Gin, string Number, SampleGrower Grower, SamplePlot Plot, DateTimeOffset GrossAt)
{
    public int Films { get; init; }
    public decimal GrossKg { get; init; }
    public decimal? TareKg { get; init; }
    public decimal ImpurityPct { get; init; }
    public decimal MoisturePct { get; init; }
    public decimal? ConditionedLintPct { get; init; }
    public (decimal GrossLint, decimal Impurity, decimal Regain)? Trial { get; init; }
    public string Vehicle { get; init; } = "";
    public string ModuleType { get; init; } = "";

    /// <summary>Uploaded after the season's window.</summary>
    public bool Late { get; init; }

    public bool Printed { get; init; }

    /// <summary>Which line is to gin it; null stays in the drawer.</summary>
    public int? Line { get; init; }
}
