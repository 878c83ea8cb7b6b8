using System.Collections.Immutable;

namespace Suyuan.Interchange;

/// <summary>Which way a chain is followed.</summary>
internal enum TraceDirection
{
    /// <summary>To what it came from.</summary>
    Backward,

    /// <summary>To what became of it.</summary>
    Forward,
    Both,
}

/// <summary>A thing of the chain. The kind and the id together are its own.</summary>
/// <param name="Label">What people call it; persons are masked.</param>
internal sealed record TraceNode(TraceNodeKind Kind, string Id, string Label);

/// <summary>Kinds of things in a chain.</summary>
internal enum TraceNodeKind
{
    Grower,
    Plot,
    TraceUnit,
    WeighTicket,
    TraceCard,
    Bale,
    Inspection,
    BaleLot,
    Filing,
    Zone,
    Supplier,
    Maker,
    Input,
    InputLot,
    Batch,
    StageRecord,
    CodeRange,
    IdentityCode,
    Buyer,
}

/// <summary>Something went from one thing into another, or stands behind it.</summary>
/// <param name="What">The act: a stage's form key for stage records, else a word of ours.</param>
internal sealed record TraceEdge(TraceKey From, TraceKey To, string What, decimal? Quantity = null, string? Unit = null);

/// <summary>Names a node.</summary>
internal readonly record struct TraceKey(TraceNodeKind Kind, string Id);

/// <summary>A chain as a graph, which runs the way that material runs.</summary>
internal sealed record TraceGraph
{
    public ImmutableArray<TraceNode> Nodes { get; init; } = [];
    public ImmutableArray<TraceEdge> Edges { get; init; } = [];

    /// <summary>With this thing in it, also when nothing is linked to it.</summary>
    public TraceGraph With(TracedThing thing) => Nodes.Any(node => node.Kind == thing.Kind && node.Id == thing.Id)
        ? this
        : this with { Nodes = Nodes.Add(new(thing.Kind, thing.Id, thing.Label)) };

    /// <summary>What lies before a thing, behind it, or both; other branches of the same sources are left out.</summary>
    public TraceGraph From(TraceKey start, TraceDirection direction)
    {
        var kept = new HashSet<TraceEdge>();
        if (direction is not TraceDirection.Forward) Follow(start, Edges.ToLookup(edge => edge.To), edge => edge.From, kept);
        if (direction is not TraceDirection.Backward) Follow(start, Edges.ToLookup(edge => edge.From), edge => edge.To, kept);
        var reached = kept.SelectMany(edge => new[] { edge.From, edge.To }).Append(start).ToHashSet();
        return new()
        {
            Nodes = [.. Nodes.Where(node => reached.Contains(new(node.Kind, node.Id)))],
            Edges = [.. Edges.Where(kept.Contains)],
        };
    }

    private static void Follow(TraceKey start, ILookup<TraceKey, TraceEdge> edges, Func<TraceEdge, TraceKey> next, HashSet<TraceEdge> kept)
    {
        var waiting = new Queue<TraceKey>([start]);
        var seen = new HashSet<TraceKey> { start };
        while (waiting.TryDequeue(out var key))
        {
            foreach (var edge in edges[key])
            {
                kept.Add(edge);
                if (seen.Add(next(edge))) waiting.Enqueue(next(edge));
            }
        }
    }
}
