using Suyuan.Collector;
using Suyuan.GinLines.Tests;

namespace Suyuan.Reliability.Tests;

/// <summary>GL6 and GL9 with everything that breaks: the node, the network, the database's sessions.</summary>
public sealed class StreamFaultTests
{
    private const int Lines = 64;
    private const int Bales = 200;
    private const int CardsOfLine = 4;

    // What is in flight when the network is held still comes: with these the last fault falls before any line could have ended.
    private const int InFlight = 16;
    private const int LongestGap = 900;

    private static readonly Fault[] Faults = [.. Enumerable.Repeat<Fault[]>([Fault.Node, Fault.Network, Fault.Database], 2).SelectMany(one => one)];

    private enum Fault
    {
        Node,
        Network,
        Database,
    }

    [Fact]
    public async Task Lines_that_stream_while_node_network_and_database_break_lose_nothing_and_count_nothing_twice_GL6()
    {
        await using var node = new NodeApp();
        await node.Start();
        await using var network = new ClientNetwork(node.Address);
        var given = await GivenGin.Create(node);
        var collectors = new GivenCollector[Lines];
        var cards = new string[Lines][];
        for (var line = 0; line < Lines; line++)
        {
            collectors[line] = await given.Line(line + 1);
            cards[line] = await Task.WhenAll(Enumerable.Range(0, CardsOfLine).Select(_ => given.Card(quotaKg: 12_000)));
        }

        await node.ReachDatabase();
        var milestones = new Milestones(network);
        var connections = 0;
        var lines = collectors.Select(async (collector, line) =>
        {
            var streamer = new LineStreamer(network.Address, given.Gin, line + 1, collector.Key, new() { InFlight = InFlight });
            var done = await Stream(streamer, collector, cards[line], milestones);
            Interlocked.Add(ref connections, streamer.Connections);
            return done;
        }).ToList();
        await Break(node, network, milestones, lines);
        var done = await Task.WhenAll(lines);

        Assert.All(done, summary => Assert.Equal((Bales, 0), (summary.Bales, summary.Refused)));
        var resent = done.Sum(summary => summary.Resent);
        Assert.True(connections > Lines && resent > 0, $"The faults hit nothing: {connections} connections, {resent} messages sent again.");
        await Agreement.Holds(node, given, cards, done, Bales);
    }

    private static Task<SimulationSummary> Stream(LineStreamer streamer, GivenCollector collector, string[] cards, Milestones milestones)
    {
        var next = new Queue<string>(cards);
        var options = new LineSimulatorOptions
        {
            Bales = Bales,
            DelayBales = 1,
            NextCard = _ => ValueTask.FromResult(next.TryDequeue(out var card) ? card : null),
        };
        var client = new CollectorClient(collector.Device, collector.Gin, collector.Line);
        return new StreamSimulator(client, streamer, options, _ => milestones.Count()).Run();
    }

    /// <summary>Each fault falls when the collectors have come so far as its lot says, not when a clock says so.</summary>
    private static async Task Break(NodeApp node, ClientNetwork network, Milestones milestones, List<Task<SimulationSummary>> lines)
    {
        var lots = new Random(6);
        var faults = (Fault[])Faults.Clone();
        lots.Shuffle(faults);
        foreach (var fault in faults)
        {
            await Reached(milestones.After(lots.Next(100, LongestGap)), lines);
            await Strike(fault, node, network);
        }

        network.Release();
    }

    private static async Task Reached(Task milestone, List<Task<SimulationSummary>> lines)
    {
        while (!milestone.IsCompleted) await await Task.WhenAny(lines.Where(line => !line.IsCompletedSuccessfully).Append(milestone));
    }

    private static async Task Strike(Fault fault, NodeApp node, ClientNetwork network)
    {
        if (fault == Fault.Node)
        {
            await node.Kill();
            await node.Start();
        }
        else if (fault == Fault.Network)
        {
            network.Cut();
        }
        else
        {
            await node.CutDatabase();
        }
    }
}
