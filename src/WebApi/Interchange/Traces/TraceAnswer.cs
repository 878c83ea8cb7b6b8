using System.Collections.Immutable;

namespace Suyuan.Interchange;

/// <summary>The chain of one thing, both ways or one.</summary>
internal sealed record TraceAnswer
{
    public required TraceKey Start { get; init; }
    public required TraceDirection Direction { get; init; }
    public required ImmutableArray<TraceNode> Nodes { get; init; }
    public required ImmutableArray<TraceEdge> Edges { get; init; }

    /// <summary>Of the card, when the chain is of a card or a bale.</summary>
    public CottonBalance? Card { get; init; }

    /// <summary>Of the batches in the chain, where these are few.</summary>
    public ImmutableArray<BatchBalance> Batches { get; init; } = [];

    /// <summary>
    /// The batches in the chain summed up, where these are many: their records and codes are not in it; each batch's own chain has them.
    /// </summary>
    public ImmutableArray<TouchedBatch> Folded { get; init; } = [];

    public static TraceAnswer Of(TraceGraph graph, TraceKey start, TraceDirection direction)
    {
        var chain = graph.From(start, direction);
        return new() { Start = start, Direction = direction, Nodes = chain.Nodes, Edges = chain.Edges };
    }
}
