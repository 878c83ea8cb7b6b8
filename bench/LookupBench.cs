using System.Globalization;

namespace Suyuan.Bench;

/// <summary>
/// PF1: consumers look up distinct random codes of all ranges, as JSON over 64 connections; against a bare minimal-API endpoint of the same
/// process that answers with the same bytes, asked in turn with it.
/// </summary>
internal static class LookupBench
{
    private const string Prefix = "/api/v1/lookups/";
    private static readonly int[] Sizes = [1_000, 1_000_000];

    public static async Task<int> Run(bool quick, CancellationToken cancellationToken)
    {
        var rates = new List<double>();
        foreach (var ranges in Sizes)
        {
            if (quick && ranges > Sizes[0]) continue;
            rates.Add(await Measure(ranges, quick, cancellationToken));
        }

        if (rates.Count > 1)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"lookup: {rates[1] / rates[0]:0.00} of the rate at {Sizes[0]} ranges (PF1: 0.8)"));
        return 0;
    }

    private static async Task<double> Measure(int ranges, bool quick, CancellationToken cancellationToken)
    {
        var folder = BenchNode.NewFolder();
        try
        {
            await using (await BenchNode.Start(folder, cancellationToken)) await LookupRanges.Make(folder, ranges, cancellationToken);
            var bareAddress = BenchNode.FreeAddress();
            await using var node = await BenchNode.StartLookups(folder, bareAddress, cancellationToken);
            await GiveBytes(node.Address, bareAddress, ranges, cancellationToken);
            var lookup = new LookupLoad(node.Address, Prefix, random => LookupRanges.Code(random, ranges));
            var bare = new LookupLoad(bareAddress, LookupNode.BarePath, random => LookupRanges.Code(random, ranges));

            var (warmUp, measured, rounds) = quick ? (3, 4, 2) : (8, 8, 4);
            var (rate, baseline) = (0.0, 0.0);
            foreach (var load in new[] { bare, lookup }) await load.Run(TimeSpan.FromSeconds(warmUp), null, cancellationToken);
            for (var round = 0; round < rounds; round++)
            {
                baseline += (await bare.Run(TimeSpan.FromSeconds(measured), null, cancellationToken)).Rate / rounds;
                rate += (await lookup.Run(TimeSpan.FromSeconds(measured), null, cancellationToken)).Rate / rounds;
            }

            var half = await lookup.Run(TimeSpan.FromSeconds(2 * measured), rate / 2, cancellationToken);
            var bareHalf = await bare.Run(TimeSpan.FromSeconds(2 * measured), rate / 2, cancellationToken);
            var bareHalf99 = bareHalf.Latencies.Percentiles(0.99)[0];
            var percentiles = half.Latencies.Percentiles(0.5, 0.99);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"lookup: {ranges} ranges, {rate:0}/s · bare endpoint {baseline:0}/s · ratio {rate / baseline:0.00} (PF1: 0.5) · "
                + $"at half load p50 {percentiles[0]:0.0} ms, p99 {percentiles[1]:0.0} ms (PF1: 5; bare {bareHalf99:0.0}) · "
                + $"ready after {node.TimeToReady.TotalSeconds:0.0} s · "
                + $"node {node.MemoryBytes / 1024 / 1024} MiB"));
            return rate;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The bare endpoint answers with what a look-up answers.</summary>
    private static async Task GiveBytes(Uri node, Uri bare, int ranges, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var answer = await http.GetByteArrayAsync(new Uri(node, Prefix + LookupRanges.Code(new(1), ranges)), cancellationToken);
        Console.WriteLine($"lookup: an answer has {answer.Length} bytes");
        using var content = new ByteArrayContent(answer);
        (await http.PutAsync(new Uri(bare, LookupNode.BarePath), content, cancellationToken)).EnsureSuccessStatusCode();
    }
}
