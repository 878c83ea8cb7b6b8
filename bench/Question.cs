using System.Globalization;
using Npgsql;

namespace Suyuan.Bench;

/// <summary>
/// One question to a full node and to an almost empty one in turn, so that whatever else the machine does slows both, and a line of the
/// table of what came out.
/// </summary>
internal sealed record Question(string What, string Caller, int TargetMs, int DeepPages = 0)
{
    private const int WarmUp = 3;

    /// <summary>A connection tells the server what it has read at most so much later.</summary>
    private static readonly TimeSpan CountersSettle = TimeSpan.FromSeconds(1.2);

    public static void PrintHead()
    {
        Console.WriteLine("| question | caller | p50 ms | p95 ms | must | almost empty p50 | ratio | pages |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    /// <summary>True when 95 of 100 answers of the full node were there in time.</summary>
    public async Task<bool> Measure(Asked full, Asked empty, NpgsqlDataSource database, int times, CancellationToken cancellationToken)
    {
        var nodes = new[] { full, empty };
        var took = new[] { new Latencies(), new Latencies() };
        var lists = took.Select(latencies => latencies.OfCaller()).ToArray();
        for (var at = 0; at < nodes.Length; at++)
            nodes[at] = nodes[at] with { Depth = await nodes[at].Callers.Deep(Caller, nodes[at].Path(0), DeepPages, cancellationToken) };

        var pages = 0L;
        for (var n = 0; n < WarmUp + times; n++)
        {
            if (n == WarmUp) pages = await PagesRead(database, cancellationToken);
            for (var at = 0; at < nodes.Length; at++)
            {
                var milliseconds = await nodes[at].Callers.Ask(Caller, nodes[at].Path(n) + nodes[at].Depth, cancellationToken);
                if (n >= WarmUp) lists[at].Add(milliseconds);
            }
        }

        pages = (await PagesRead(database, cancellationToken) - pages) / times;
        return Print(took[0].Percentiles(0.5, 0.95), took[1].Percentiles(0.5), pages);
    }

    private bool Print(double[] whole, double[] baseline, long pages)
    {
        var reached = whole[1] <= TargetMs;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {What} | {Caller} | {whole[0]:0.0} | {whole[1]:0.0} | {TargetMs}"
            + $"{(reached ? "" : " **missed**")} | {baseline[0]:0.0} | {whole[0] / baseline[0]:0.0} | {pages} |"));
        return reached;
    }

    /// <summary>Pages that the server has looked at so far: what a question costs, whatever else the machine does.</summary>
    private static async Task<long> PagesRead(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await Task.Delay(CountersSettle, cancellationToken);
        await using var command = database.CreateCommand(
            "select blks_hit + blks_read from pg_stat_database where datname = current_database()");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
