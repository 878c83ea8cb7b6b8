using System.Globalization;

namespace Suyuan.Collector;

/// <summary>What a bale counts towards its card's quota (实时加工重量), by the rules that the card file brings.</summary>
public sealed record ProcessedWeight(string Basis, decimal StandardImpurityPct, decimal ConditionedRegainPct)
{
    public static ProcessedWeight Of(SealedFile cards) =>
        new(cards["processedBasis"], Number(cards["standardImpurityPct"]), Number(cards["conditionedRegainPct"]));

    public decimal Of(decimal grossKg, decimal tareKg, decimal regainPct, decimal? impurityPct)
    {
        var net = grossKg - tareKg;
        if (Basis == "gross") return grossKg;
        if (Basis == "net") return net;
        var conditioned = net * (100 - (impurityPct ?? StandardImpurityPct)) * (100 + ConditionedRegainPct)
            / ((100 - StandardImpurityPct) * (100 + regainPct));
        return Math.Round(conditioned, 3, MidpointRounding.AwayFromZero);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
