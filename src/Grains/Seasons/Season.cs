using Suyuan.Common;

namespace Suyuan.Seasons;

/// <summary>Season (年度) as stored: the policy last put, or none while the defaults hold.</summary>
[GenerateSerializer, Immutable, Alias("season")]
public sealed record Season
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public SeasonPolicy Policy { get; init; } = new();

    internal Result<Season> Put(SeasonYear season, PutSeason command)
    {
        if (!command.By.IsPlatform) return SharedRefusals.Forbidden;
        if (Policy.Closed) return SeasonRefusals.Closed(season);
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;

        var policy = PolicyRules.Complete(command.Policy);
        if (PolicyRules.Broken(policy) is { } broken) return broken;
        return this with { Revision = Revision + 1, Policy = policy with { Season = season, Revision = Revision + 1 } };
    }

    internal SeasonPolicy ToView(SeasonYear season) => Policy with { Season = season, Revision = Revision };
}
