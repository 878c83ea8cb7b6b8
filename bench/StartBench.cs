using System.Globalization;

namespace Suyuan.Bench;

/// <summary>
/// PF8: from starting the process to ready, with an existing database whose server must be started too; the median of five.
/// </summary>
internal static class StartBench
{
    private const int Starts = 5;

    public static async Task<int> Run(string? data, CancellationToken cancellationToken)
    {
        var folder = data is null ? BenchNode.NewFolder() : Path.GetFullPath(data);
        try
        {
            if (data is null)
            {
                await using var first = await BenchNode.Start(folder, cancellationToken);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"first start, making the database: {first.TimeToReady.TotalSeconds:0.00} s"));
            }

            var times = new List<double>();
            var memory = 0L;
            for (var n = 0; n < Starts; n++)
            {
                await using var node = await BenchNode.Start(folder, cancellationToken);
                times.Add(node.TimeToReady.TotalSeconds);
                memory = Math.Max(memory, node.MemoryBytes);
            }

            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"start: {times[Starts / 2]:0.00} s to ready (median of {Starts}; PF8: 5) · node {memory / 1024 / 1024} MiB (PF8: 600)"));
            return 0;
        }
        finally
        {
            if (data is null) Directory.Delete(folder, recursive: true);
        }
    }
}
