using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;

namespace Suyuan.WeighTickets;

/// <summary>A weigh ticket (收购磅单) as the purchase system knows it now; absent members keep what is known.</summary>
/// <param name="IdNumber">ID number or credit code of the grower; never answered back.</param>
/// <param name="Plots">Codes of the plots that the cotton comes from.</param>
/// <param name="GrossKg">Gross weight in kilograms.</param>
/// <param name="GrossAt">Time of the gross weighing.</param>
/// <param name="QuotaKg">Lint-equivalent conditioned weight (折皮棉公定重量) when the purchase system computes it.</param>
/// <param name="FilmCount">Number of film-wrapped rolls (棉膜件数).</param>
public sealed record WeighTicketRequest(
    PersonNumber IdNumber,
    ImmutableArray<PlotCode> Plots,
    Kilograms GrossKg,
    DateTimeOffset GrossAt,
    string? Variety = null,
    PickingMode? PickingMode = null,
    string? Vehicle = null,
    Kilograms? TareKg = null,
    DateTimeOffset? TareAt = null,
    decimal? ImpurityPct = null,
    decimal? MoisturePct = null,
    decimal? ConditionedLintPct = null,
    TrialGinning? TrialGinning = null,
    Kilograms? QuotaKg = null,
    int? FilmCount = null)
{
    internal UploadWeighTicket ToCommand(Caller caller, GinCode gin, TicketNumber ticket) => new()
    {
        By = caller,
        Gin = gin,
        Ticket = ticket,
        Person = IdNumber,
        Plots = Plots,
        GrossKg = GrossKg,
        GrossAt = GrossAt,
        Variety = Variety,
        PickingMode = PickingMode,
        Vehicle = Vehicle,
        TareKg = TareKg,
        TareAt = TareAt,
        ImpurityPct = ImpurityPct,
        MoisturePct = MoisturePct,
        ConditionedLintPct = ConditionedLintPct,
        TrialGinning = TrialGinning,
        SentQuotaKg = QuotaKg,
        FilmCount = FilmCount,
    };
}

/// <summary>Why a late ticket may be printed all the same.</summary>
public sealed record WaiverRequest(string Reason) : IGivesReason;
