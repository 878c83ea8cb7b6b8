using Suyuan.Seasons;

namespace Suyuan.Statistics;

/// <summary>One season of everybody.</summary>
internal sealed record SeasonQuery(SeasonYear Season);
