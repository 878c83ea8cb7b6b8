namespace Suyuan.Bales;

/// <summary>A measured property of lint (棉花品质指标), published with one decimal; outside its bounds a figure is a slip of the pen.</summary>
public sealed record FibreProperty(string Name, decimal Least, decimal Most)
{
    /// <summary>Upper half mean length (上半部平均长度).</summary>
    public static readonly FibreProperty LengthMm = new("lengthMm", 20, 40);

    /// <summary>Micronaire (马克隆值).</summary>
    public static readonly FibreProperty Micronaire = new("micronaire", 1, 9);

    /// <summary>Breaking strength (断裂比强度) in cN/tex, 3.2 mm gauge.</summary>
    public static readonly FibreProperty Strength = new("strength", 10, 60);

    /// <summary>Length uniformity index (长度整齐度指数) in percent.</summary>
    public static readonly FibreProperty Uniformity = new("uniformity", 50, 100);

    /// <summary>Reflectance Rd (反射率) in percent.</summary>
    public static readonly FibreProperty Reflectance = new("rd", 30, 100);

    /// <summary>Yellowness +b (黄色深度).</summary>
    public static readonly FibreProperty Yellowness = new("plusB", 0, 30);

    /// <summary>Impurity (含杂率) in percent, found per batch and given with each of its bales.</summary>
    public static readonly FibreProperty Impurity = new("impurityPct", 0, 20);

    /// <summary>Short-fibre rate (短纤维率) in percent.</summary>
    public static readonly FibreProperty ShortFibre = new("shortFibrePct", 0, 60);

    /// <summary>As the laboratory publishes it: 28.95 is 29.0. Classes and rules judge this figure, never the raw one.</summary>
    public static decimal Published(decimal raw) => decimal.Round(raw, 1, MidpointRounding.AwayFromZero);

    public bool Admits(decimal published) => published >= Least && published <= Most;
}
