namespace Suyuan.Batches;

/// <summary>A stage (环节) that a batch shows: the key of its form, and how many records it has.</summary>
[GenerateSerializer, Immutable, Alias("batch-stage")]
public sealed record BatchStage
{
    [Id(0)] public string Stage { get; init; } = "";
    [Id(1)] public int Records { get; init; }
}
