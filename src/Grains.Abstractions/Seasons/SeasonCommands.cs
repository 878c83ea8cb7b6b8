using Suyuan.Accounts;

namespace Suyuan.Seasons;

/// <summary>Sets a season's whole policy; its season and revision members are not read.</summary>
[GenerateSerializer, Immutable, Alias("put-season")]
public sealed record PutSeason(
    [property: Id(0)] Caller By,
    [property: Id(1)] SeasonPolicy Policy,
    [property: Id(2)] int? ExpectedRevision);
