using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>A node on generated batches of one enterprise: its recorder, and the regulator of its district.</summary>
internal sealed class TracesNode : BulkNode
{
    public const string Enterprise = "91330100799655058B";
    private const string County = "330110";

    private TracesNode(BenchNode node, NodeDatabase database, TracesFacts facts) : base(node, database) => Facts = facts;

    public TracesFacts Facts { get; }

    public static async Task<TracesNode> Start(string folder, int batches, CancellationToken cancellationToken)
    {
        await BulkFacts.Make(folder, "traces.sql", ("{batches}", batches), "batches", cancellationToken);
        var node = await BenchNode.Start(folder, cancellationToken);
        var started = new TracesNode(node, await BulkFacts.Open(folder, cancellationToken), new(batches));
        await started.Callers.SignIn([("recorder", "recorder", Enterprise), ("county", "regulator", County)], cancellationToken);
        return started;
    }
}
