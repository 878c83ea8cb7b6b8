namespace Suyuan.Measures;

/// <summary>Conversions of lint to standard impurity Z0 and conditioned regain R0 (GB 1103.1), in decimal arithmetic.</summary>
public readonly record struct LintStandard(decimal ImpurityPct, decimal RegainPct)
{
    /// <summary>Conditioned weight (公定重量): net × (100−Z)/(100−Z0) × (100+R0)/(100+R), not yet rounded.</summary>
    public decimal ConditionedKg(Kilograms net, decimal impurityPct, decimal regainPct) =>
        // Multiplying first keeps every digit: one division, at the end.
        net.Value * (100 - impurityPct) * (100 + RegainPct) / ((100 - ImpurityPct) * (100 + regainPct));

    /// <summary>Conditioned lint percentage (公定衣分率) from a trial ginning's gross one, not yet rounded.</summary>
    public decimal ConditionedLintPct(decimal grossLintPct, decimal impurityPct, decimal regainPct) =>
        grossLintPct * (100 - impurityPct) * (100 + RegainPct) / ((100 - ImpurityPct) * (100 + regainPct));
}
