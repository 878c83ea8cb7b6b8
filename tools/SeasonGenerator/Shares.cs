namespace Suyuan.SeasonGeneration;

/// <summary>Divides a whole by weights, so that the parts sum to it exactly and none is below the least.</summary>
internal static class Shares
{
    public static int[] Of(int whole, IReadOnlyList<double> weights, int least)
    {
        var spare = whole - least * weights.Count;
        var sum = weights.Sum();
        var parts = weights.Select(weight => (int)(spare * weight / sum)).ToArray();
        var left = spare - parts.Sum();
        foreach (var at in Enumerable.Range(0, parts.Length).OrderByDescending(at => weights[at]).Take(left)) parts[at]++;
        return [.. parts.Select(part => part + least)];
    }
}
