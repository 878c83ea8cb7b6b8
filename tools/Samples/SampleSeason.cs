using System.Diagnostics;
using System.Globalization;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Samples;

/// <summary>
/// Loads the sample season through the public API. Every step may be repeated: what is there already stays as it is, so that a start
/// after an interrupted one completes the loading.
/// </summary>
internal static class SampleSeason
{
    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        await Step("accounts", () => AccountStep.Load(loading, cancellationToken));
        await Step("season and regions", async () =>
        {
            await SeasonStep.Open(loading, cancellationToken);
            await RegionStep.Load(loading, cancellationToken);
        });
        await Step($"{loading.Roster.Count} growers", () => GrowerStep.Load(loading, cancellationToken));
        await Step($"{loading.Units.Count} trace units", async () =>
        {
            await UnitStep.Load(loading, cancellationToken);
            await GrowerStep.LoadAccount(loading, cancellationToken);
        });
        await Step("2 gins with 4 lines", () => GinStep.Load(loading, cancellationToken));
        await Step($"{loading.Tickets.Count} weigh tickets", async () =>
        {
            await TicketStep.Load(loading, late: false, cancellationToken);
            await SeasonStep.Settle(loading, cancellationToken);
            await TicketStep.Load(loading, late: true, cancellationToken);
        });
        await Step($"{loading.Tickets.Count(ticket => ticket.Printed)} trace cards", () => CardStep.Load(loading, cancellationToken));
        await Step("3000 bales", () => GinningStep.Load(loading, cancellationToken));
        await Step("inspection results", () => InspectionStep.Load(loading, cancellationToken));
        await Step($"{SampleEnterprise.All.Length} enterprises", () => SampleEnterprises.Load(loading, cancellationToken));
    }

    private static async Task Step(string what, Func<Task> load)
    {
        var since = Stopwatch.GetTimestamp();
        await load();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what} ({Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s)"));
    }
}
