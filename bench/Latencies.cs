using System.Collections.Concurrent;

namespace Suyuan.Bench;

/// <summary>How long each of many calls took.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<List<double>> all = [];

    public int Count => all.Sum(list => list.Count);

    /// <summary>One caller's own list, so that measuring takes no lock.</summary>
    public List<double> OfCaller()
    {
        var list = new List<double>();
        all.Add(list);
        return list;
    }

    public double[] Percentiles(params double[] wanted)
    {
        var sorted = all.SelectMany(list => list).Order().ToArray();
        return sorted.Length == 0 ? new double[wanted.Length]
            : [.. wanted.Select(part => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * part)])];
    }
}
