using Suyuan.Collector;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.Reliability.Tests;

public sealed class KillTests
{
    private const int Lines = 3;
    private const int Bales = 150;
    private const int Kills = 3;

    [Fact]
    public async Task Killing_the_node_while_collectors_press_loses_no_bale_and_counts_none_twice_RL1()
    {
        await using var node = new NodeApp();
        await node.Start();
        var given = await GivenGin.Create(node);
        var cards = new string[Lines][];
        for (var line = 0; line < Lines; line++)
            cards[line] = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => given.Card(quotaKg: 3_000)));

        var acknowledged = new long[Lines];
        var lines = Enumerable.Range(0, Lines).Select(line => Press(node, given, line, cards[line], acknowledged)).ToList();
        for (var kill = 1; kill <= Kills; kill++)
        {
            // A kill falls when the collectors have come so far, not when a clock says so.
            await Reached(acknowledged, kill * Lines * Bales / (Kills + 1), lines);
            await node.Kill();
            await node.Start();
        }

        var done = await Task.WhenAll(lines);

        Assert.All(done, summary => Assert.Equal(Bales, summary.Bales));
        Assert.True(done.Sum(summary => summary.Resent) > 0, "No message was ever resent: the kills hit nothing.");
        await Agreement.Holds(node, given, cards, done, Bales);
    }

    private static async Task<SimulationSummary> Press(NodeApp node, GivenGin given, int line, string[] cards, long[] acknowledged)
    {
        var collector = await given.Line(line + 1);
        var next = new Queue<string>(cards);
        var options = new LineSimulatorOptions
        {
            Bales = Bales,
            DelayBales = 1,
            NextCard = _ => ValueTask.FromResult(next.TryDequeue(out var card) ? card : null),
        };
        var client = new CollectorClient(collector.Device, given.Gin, line + 1);
        return await new LineSimulator(client, options, progress => Interlocked.Exchange(ref acknowledged[line], progress.Done.Bales)).Run();
    }

    private static async Task Reached(long[] acknowledged, long bales, List<Task<SimulationSummary>> lines)
    {
        while (acknowledged.Sum() < bales)
        {
            if (lines.FirstOrDefault(line => line.IsFaulted) is { } failed) await failed;
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }
}
