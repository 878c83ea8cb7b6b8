namespace Suyuan.Collector;

/// <summary>
/// Numbers that depend on nothing but what they are asked for (SplitMix64), so that a repeated message says the same to the digit.
/// </summary>
public sealed class Deterministic
{
    private ulong state;

    public Deterministic(params ReadOnlySpan<long> seeds)
    {
        foreach (var seed in seeds) state = Mix(state ^ (ulong)seed);
    }

    /// <summary>From 0 inclusive to 1 exclusive.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From least to most, both inclusive.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>Uniform, to so many places.</summary>
    public decimal Uniform(double least, double most, int places) => Rounded(least + (most - least) * Fraction(), places);

    /// <summary>Normal (Box and Muller), to so many places.</summary>
    public decimal Normal(double mean, double deviation, int places)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Fraction()));
        return Rounded(mean + deviation * radius * Math.Cos(2 * Math.PI * Fraction()), places);
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static decimal Rounded(double value, int places) => Math.Round((decimal)value, places, MidpointRounding.AwayFromZero);
}
