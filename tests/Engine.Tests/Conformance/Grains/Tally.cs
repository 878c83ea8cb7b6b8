namespace Suyuan.Engine.Tests.Conformance;

[GenerateSerializer, Immutable, Alias("engine-tests-tally-record")]
public sealed record Tally
{
    [Id(0)] public int Count { get; init; }
}
