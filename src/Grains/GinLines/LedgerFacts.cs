using System.Collections.Immutable;
using Suyuan.Bales;

namespace Suyuan.GinLines;

/// <summary>Messages that the line took before (fact find_line_events).</summary>
public sealed record LineEvents
{
    public ImmutableArray<LineEvent> Events { get; init; } = [];
}

/// <summary>Bales recorded under barcodes that came again (fact find_bales).</summary>
public sealed record KnownBales
{
    public ImmutableArray<BaleView> Bales { get; init; } = [];
}
