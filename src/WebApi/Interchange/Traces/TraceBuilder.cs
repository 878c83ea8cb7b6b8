namespace Suyuan.Interchange;

/// <summary>Collects a chain; naming a thing twice makes one node.</summary>
internal sealed class TraceBuilder
{
    private readonly Dictionary<TraceKey, TraceNode> nodes = [];
    private readonly List<TraceEdge> edges = [];

    public TraceKey Add(TraceNodeKind kind, string id, string? label = null)
    {
        var key = new TraceKey(kind, id);
        nodes.TryAdd(key, new(kind, id, label ?? id));
        return key;
    }

    public TraceKey Link(TraceKey from, TraceKey to, string what, decimal? quantity = null, string? unit = null)
    {
        edges.Add(new(from, to, what, quantity, unit));
        return to;
    }

    public TraceGraph Build() => new() { Nodes = [.. nodes.Values], Edges = [.. edges] };
}
