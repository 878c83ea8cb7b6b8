using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.WeighTickets;

[GenerateSerializer, Immutable, Alias("weigh-ticket")]
public sealed record WeighTicket
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public GinCode Gin { get; init; }
    [Id(2)] public TicketNumber Ticket { get; init; }
    [Id(3)] public SeasonYear Season { get; init; }
    [Id(4)] public string Grower { get; init; } = "";
    [Id(5)] public string GrowerMaskedName { get; init; } = "";
    [Id(6)] public RegionCode Region { get; init; }
    [Id(7)] public ImmutableArray<PlotCode> Plots { get; init; } = [];
    [Id(8)] public string? Variety { get; init; }
    [Id(9)] public PickingMode? PickingMode { get; init; }
    [Id(10)] public string? Vehicle { get; init; }
    [Id(11)] public Kilograms GrossKg { get; init; }
    [Id(12)] public DateTimeOffset GrossAt { get; init; }
    [Id(13)] public Kilograms? TareKg { get; init; }
    [Id(14)] public DateTimeOffset? TareAt { get; init; }
    [Id(15)] public decimal? ImpurityPct { get; init; }
    [Id(16)] public decimal? MoisturePct { get; init; }
    [Id(17)] public decimal? GivenLintPct { get; init; }
    [Id(18)] public TrialGinning? TrialGinning { get; init; }
    [Id(19)] public Kilograms? SentQuotaKg { get; init; }
    [Id(20)] public decimal? ConditionedLintPct { get; init; }
    [Id(21)] public Kilograms? ComputedQuotaKg { get; init; }
    [Id(22)] public int? FilmCount { get; init; }
    [Id(23)] public DateTimeOffset UploadedAt { get; init; }
    [Id(24)] public bool Late { get; init; }
    [Id(25)] public Waiver? Waiver { get; init; }
    [Id(26)] public Withdrawal? Withdrawal { get; init; }

    [JsonIgnore] public bool Exists => Revision > 0;

    public Kilograms? NetKg => TareKg is { } tare ? GrossKg - tare : null;

    /// <summary>Both quotas are kept; the one sent is used.</summary>
    public Kilograms? QuotaKg => SentQuotaKg ?? ComputedQuotaKg;

    public Result<WeighTicket> Upload(UploadWeighTicket sent, TicketFacts facts)
    {
        if (Withdrawal is not null) return WeighTicketRefusals.Withdrawn;
        if (TicketContent.Fault(sent, facts) is { } fault) return fault;

        var next = TicketContent.Merge(this, sent, facts);
        if (next.NetKg is { Value: <= 0 }) return WeighTicketRefusals.NetNotPositive(next.GrossKg, next.TareKg!.Value);
        if (Same(next)) return this;
        if (WhySeasonOver(next, facts) is { } over) return over;
        if (facts.Use is { } use && Exists && WhyFixed(next, use) is { } whyFixed) return whyFixed;
        return next with { Revision = Revision + 1 };
    }

    public Result<WeighTicket> Waive(WaiveLateTicket command, SeasonPolicy season, DateTimeOffset now)
    {
        if (!Exists || !command.By.Oversees(Region)) return SharedRefusals.NotFound("weigh-ticket");
        if (command.By.Role is not (Role.Regiment or Role.Platform)) return SharedRefusals.Forbidden;
        if (Withdrawal is not null) return WeighTicketRefusals.Withdrawn;
        if (!Late) return WeighTicketRefusals.NotLate;
        if (string.IsNullOrWhiteSpace(command.Reason)) return WeighTicketRefusals.ReasonRequired;
        if (Waiver is not null) return this;
        if (season.Closed) return SeasonRefusals.Closed(Season);
        return this with { Revision = Revision + 1, Waiver = new() { By = command.By.Account, At = now, Reason = command.Reason.Trim() } };
    }

    public Result<WeighTicket> Withdraw(WithdrawWeighTicket command, SeasonPolicy season, TicketUse? use, DateTimeOffset now)
    {
        if (!Exists || !command.By.WorksAt(Gin.Value)) return SharedRefusals.NotFound("weigh-ticket");
        if (Withdrawal is not null) return this;
        if (string.IsNullOrWhiteSpace(command.Reason)) return WeighTicketRefusals.ReasonRequired;
        if (season.Closed) return SeasonRefusals.Closed(Season);
        if (use is not null) return WeighTicketRefusals.CardStands(use.Card);
        return this with { Revision = Revision + 1, Withdrawal = new(command.By.Account, now, command.Reason.Trim()) };
    }

    /// <summary>The number is the purchase system's, which has no other for the same load: a mistaken withdrawal is taken back.</summary>
    public Result<WeighTicket> Reinstate(Caller by, SeasonPolicy season)
    {
        if (!Exists || !by.WorksAt(Gin.Value)) return SharedRefusals.NotFound("weigh-ticket");
        if (Withdrawal is null) return this;
        if (season.Closed) return SeasonRefusals.Closed(Season);
        return this with { Revision = Revision + 1, Withdrawal = null };
    }

    /// <summary>
    /// The delivery deadline judges when the cotton was weighed, not when the ticket came: tare and trial follow days later, and a
    /// deadline that was set meanwhile takes nothing back.
    /// </summary>
    private Refusal? WhySeasonOver(WeighTicket next, TicketFacts facts)
    {
        if (facts.OwnSeasonClosed) return SeasonRefusals.Closed(Season);
        if (facts.Policy.Closed) return SeasonRefusals.Closed(next.Season);
        return (!Exists || next.GrossAt != GrossAt) && ChinaTime.Passed(facts.Policy.DeliveryDeadline, next.GrossAt)
            ? SeasonRefusals.DeliveryClosed(next.Season, facts.Policy.DeliveryDeadline!.Value)
            : null;
    }

    private Refusal? WhyFixed(WeighTicket next, TicketUse use)
    {
        if (next.Grower != Grower || next.Season != Season || !next.Plots.SequenceEqual(Plots))
            return WeighTicketRefusals.Printed(use.Card);
        if (use.Started && next.QuotaKg != QuotaKg) return WeighTicketRefusals.GinningBegun(use.Card);
        return null;
    }

    /// <summary>Records hold arrays, which compare by reference: the plots are compared apart.</summary>
    private bool Same(WeighTicket next) => next.Plots.SequenceEqual(Plots) && next with { Plots = Plots } == this;

    public WeighTicketView ToView() => new()
    {
        Gin = Gin,
        Ticket = Ticket,
        Season = Season,
        Grower = Grower,
        GrowerMaskedName = GrowerMaskedName,
        Region = Region,
        Plots = Plots,
        Variety = Variety,
        PickingMode = PickingMode,
        Vehicle = Vehicle,
        GrossKg = GrossKg,
        GrossAt = GrossAt,
        TareKg = TareKg,
        TareAt = TareAt,
        NetKg = NetKg,
        ImpurityPct = ImpurityPct,
        MoisturePct = MoisturePct,
        ConditionedLintPct = ConditionedLintPct,
        SentQuotaKg = SentQuotaKg,
        ComputedQuotaKg = ComputedQuotaKg,
        QuotaKg = QuotaKg,
        QuotaSource = SentQuotaKg is not null ? QuotaSource.Sent : ComputedQuotaKg is not null ? QuotaSource.Computed : null,
        FilmCount = FilmCount,
        UploadedAt = UploadedAt,
        Late = Late,
        Waived = Waiver is not null,
        Revision = Revision,
        Withdrawal = Withdrawal,
    };
}

/// <summary>The regiment's leave to print a late ticket.</summary>
[GenerateSerializer, Immutable, Alias("waiver")]
public sealed record Waiver
{
    [Id(0)] public string By { get; init; } = "";
    [Id(1)] public DateTimeOffset At { get; init; }
    [Id(2)] public string Reason { get; init; } = "";
}
