using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

/// <summary>What the ticket's rules need to know of the world.</summary>
public sealed record TicketFacts
{
    public required DateTimeOffset Now { get; init; }
    public required GrowerView? Grower { get; init; }

    /// <summary>Policy of the season that the weighing falls in.</summary>
    public required SeasonPolicy Policy { get; init; }

    /// <summary>The season that the ticket was in so far is closed: it cannot leave it either.</summary>
    public bool OwnSeasonClosed { get; init; }

    /// <summary>Units that hold plots of the ticket.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    public TicketUse? Use { get; init; }

    public LintStandard Lint => new(Policy.StandardImpurityPct, Policy.ConditionedRegainPct);
}
