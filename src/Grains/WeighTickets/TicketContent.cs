using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

/// <summary>Checks what a purchase system sends and merges it with what is known (WT1–WT3, WT5).</summary>
internal static class TicketContent
{
    private static readonly Kilograms HeaviestLoad = new(100_000);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);
    private const int MostFilms = 200;

    public static Refusal? Fault(UploadWeighTicket sent, TicketFacts facts)
    {
        if (FaultOfWeights(sent) is { } weights) return weights;
        if (FaultOfPercentages(sent) is { } percentages) return percentages;
        if (sent.FilmCount is { } films && films is < 1 or > MostFilms) return WeighTicketRefusals.ImpossibleFilmCount(films);
        if (sent.GrossAt > facts.Now + ClockTolerance) return WeighTicketRefusals.TimeInFuture(sent.GrossAt);
        if (sent.TareAt is { } tareAt && tareAt > facts.Now + ClockTolerance) return WeighTicketRefusals.TimeInFuture(tareAt);
        return FaultOfPlots(sent, facts);
    }

    private static Refusal? FaultOfWeights(UploadWeighTicket sent)
    {
        if (sent.GrossKg <= Kilograms.Zero || sent.GrossKg > HeaviestLoad) return WeighTicketRefusals.ImpossibleWeight(sent.GrossKg);
        if (sent.TareKg is { } tare && tare <= Kilograms.Zero) return WeighTicketRefusals.ImpossibleWeight(tare);
        if (sent.SentQuotaKg is { } quota && (quota <= Kilograms.Zero || quota > HeaviestLoad))
            return WeighTicketRefusals.ImpossibleWeight(quota);
        return null;
    }

    private static Refusal? FaultOfPercentages(UploadWeighTicket sent)
    {
        decimal?[] percentages =
        [
            sent.ImpurityPct, sent.MoisturePct, sent.ConditionedLintPct,
            sent.TrialGinning?.GrossLintPct, sent.TrialGinning?.ImpurityPct, sent.TrialGinning?.RegainPct,
        ];
        foreach (var percentage in percentages)
        {
            if (percentage is < 0 or >= 100) return WeighTicketRefusals.ImpossiblePercentage(percentage.Value);
        }

        return null;
    }

    private static Refusal? FaultOfPlots(UploadWeighTicket sent, TicketFacts facts)
    {
        if (facts.Grower is not { } grower) return WeighTicketRefusals.UnknownGrower;
        if (sent.Plots.IsDefaultOrEmpty) return WeighTicketRefusals.PlotsRequired;
        var season = SeasonYear.Of(sent.GrossAt);
        foreach (var plot in sent.Plots)
        {
            if (!grower.Plots.Any(owned => owned.Season == season && owned.Code == plot)) return WeighTicketRefusals.PlotNotOfGrower(plot);
        }

        return facts.Units.Count > 1 ? WeighTicketRefusals.PlotsOfTwoUnits : null;
    }

    public static WeighTicket Merge(WeighTicket known, UploadWeighTicket sent, TicketFacts facts)
    {
        var uploadedAt = known.Exists ? known.UploadedAt : facts.Now;
        var merged = known with
        {
            Gin = sent.Gin,
            Ticket = sent.Ticket,
            Season = SeasonYear.Of(sent.GrossAt),
            Grower = facts.Grower!.Id,
            GrowerMaskedName = facts.Grower.MaskedName,
            Region = facts.Grower.Region,
            Plots = [.. sent.Plots.Distinct().OrderBy(plot => plot.Value, StringComparer.Ordinal)],
            Variety = sent.Variety ?? known.Variety,
            PickingMode = sent.PickingMode ?? known.PickingMode,
            Vehicle = sent.Vehicle ?? known.Vehicle,
            GrossKg = sent.GrossKg,
            GrossAt = sent.GrossAt,
            TareKg = sent.TareKg ?? known.TareKg,
            TareAt = sent.TareAt ?? known.TareAt,
            ImpurityPct = sent.ImpurityPct ?? known.ImpurityPct,
            MoisturePct = sent.MoisturePct ?? known.MoisturePct,
            GivenLintPct = sent.ConditionedLintPct ?? known.GivenLintPct,
            TrialGinning = sent.TrialGinning ?? known.TrialGinning,
            SentQuotaKg = sent.SentQuotaKg ?? known.SentQuotaKg,
            FilmCount = sent.FilmCount ?? known.FilmCount,
            UploadedAt = uploadedAt,
            // Once late always late; and a gross time that is corrected backwards makes it late, or the window would be easily got round.
            Late = known.Late || uploadedAt - sent.GrossAt > TimeSpan.FromHours(facts.Policy.UploadWindowHours),
        };
        return WithQuota(merged, facts.Lint);
    }

    private static WeighTicket WithQuota(WeighTicket ticket, LintStandard standard)
    {
        var trial = ticket.TrialGinning;
        var lintPct = ticket.GivenLintPct
            ?? (trial is null ? null : standard.ConditionedLintPct(trial.GrossLintPct, trial.ImpurityPct, trial.RegainPct));
        return ticket with
        {
            ConditionedLintPct = lintPct is { } exact ? decimal.Round(exact, 3, MidpointRounding.AwayFromZero) : null,
            ComputedQuotaKg = lintPct is { } pct && ticket.NetKg is { Value: > 0 } net ? Kilograms.Rounded(net.Value * pct / 100) : null,
        };
    }
}
