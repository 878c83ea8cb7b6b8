namespace Suyuan.Seasons;

/// <summary>How many cards a gin line's queue holds, the one in work included, by collector type (IV、V、VI型).</summary>
[GenerateSerializer, Immutable, Alias("queue-limits")]
public sealed record QueueLimits
{
    [Id(0)] public int Four { get; init; } = 10;
    [Id(1)] public int Five { get; init; } = 10;
    [Id(2)] public int Six { get; init; } = 20;
}
