using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>Whether the caller may edit or dissolve a unit now, and if not, every reason why.</summary>
[GenerateSerializer, Immutable, Alias("trace-unit-editability")]
public sealed record TraceUnitEditability([property: Id(0)] ImmutableArray<Refusal> Refusals)
{
    public bool Allowed => Refusals.IsEmpty;
}
