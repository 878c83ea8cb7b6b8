namespace Suyuan.Samples;

internal static class TicketStep
{
    public static Task Load(Loading loading, bool late, CancellationToken cancellationToken) =>
        Loading.Each(loading.Tickets.Where(ticket => ticket.Late == late),
            (ticket, stop) => Upload(loading, ticket, stop), cancellationToken);

    private static async ValueTask Upload(Loading loading, SampleTicket ticket, CancellationToken cancellationToken)
    {
        var ginner = await loading.As(SampleAccounts.Ginner(ticket.Gin), cancellationToken);
        var complete = ticket.TareKg is not null;
        await ginner.Put(
            $"gins/{ticket.Gin}/weigh-tickets/{ticket.Number}",
            new
            {
                idNumber = ticket.Grower.Number,
                plots = new[] { ticket.Plot.Code },
                ticket.Plot.Variety,
                pickingMode = "machine",
                ticket.Vehicle,
                ticket.GrossKg,
                ticket.GrossAt,
                ticket.TareKg,
                tareAt = complete ? ticket.GrossAt.AddMinutes(25) : (DateTimeOffset?)null,
                impurityPct = complete ? ticket.ImpurityPct : (decimal?)null,
                moisturePct = complete ? ticket.MoisturePct : (decimal?)null,
                conditionedLintPct = complete ? ticket.ConditionedLintPct : null,
                trialGinning = complete ? TrialOf(ticket) : null,
                filmCount = ticket.Films,
            },
            cancellationToken);
    }

    private static object? TrialOf(SampleTicket ticket) => ticket.Trial is var (lint, impurity, regain)
        ? new { grossLintPct = lint, impurityPct = impurity, regainPct = regain }
        : null;
}
