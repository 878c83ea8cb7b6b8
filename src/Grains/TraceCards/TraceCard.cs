using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Measures;
using Suyuan.Seasons;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>
/// The card's own life: printed, exported, voided. Queued, in work and finished are the gin lines' doing and arrive as CardProgress.
/// </summary>
[GenerateSerializer, Immutable, Alias("trace-card")]
public sealed partial record TraceCard
{
    private const int MostLabels = 500;

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public GinCode Gin { get; init; }
    [Id(2)] public TicketNumber Ticket { get; init; }
    [Id(3)] public SeasonYear Season { get; init; }
    [Id(4)] public CardNumber Number { get; init; }
    [Id(5)] public CardState State { get; init; }
    [Id(6)] public string PrintId { get; init; } = "";
    [Id(7)] public ModuleType ModuleType { get; init; }
    [Id(8)] public int FilmCount { get; init; }
    [Id(9)] public int Copies { get; init; }
    [Id(10)] public string Unit { get; init; } = "";
    [Id(11)] public string UnitName { get; init; } = "";
    [Id(12)] public string Grower { get; init; } = "";
    [Id(13)] public string GrowerMaskedName { get; init; } = "";
    [Id(14)] public int TicketRevision { get; init; }
    [Id(15)] public int? ExportedTo { get; init; }
    [Id(16)] public DateTimeOffset PrintedAt { get; init; }
    [Id(17)] public string PrintedBy { get; init; } = "";
    [Id(18)] public ImmutableArray<ReprintView> Reprints { get; init; } = [];
    [Id(19)] public ImmutableArray<ChipCode> Chips { get; init; } = [];

    [JsonIgnore] public bool Exists => Revision > 0;

    [JsonIgnore] public bool Printable => !Exists || State == CardState.Voided;

    public Result<TraceCard> Print(PrintTraceCard command, PrintFacts? facts)
    {
        if (string.IsNullOrWhiteSpace(command.PrintId) || command.PrintId.Length > 100) return TraceCardRefusals.PrintIdRequired;
        if (Exists && PrintId == command.PrintId) return Repeated(command);
        if (AgainstPrinting(facts).FirstOrDefault() is { } refusal) return refusal;

        var films = command.FilmCount ?? facts!.Ticket.FilmCount;
        if (films is null) return TraceCardRefusals.FilmCountRequired;
        if ((Impossible(films.Value) ?? Impossible(command.Copies)) is { } impossible) return impossible;
        if (films * command.Copies > MostLabels) return TraceCardRefusals.ImpossibleQuantity(films.Value * command.Copies, MostLabels);
        if (AgainstChips(Once(command.Chips), facts!.TakenChip) is { } chips) return chips;
        return Printed(command, facts, films.Value);
    }

    private TraceCard Printed(PrintTraceCard command, PrintFacts facts, int filmCount)
    {
        var unit = facts.Units[0];
        return this with
        {
            Revision = Revision + 1,
            Gin = command.Gin,
            Ticket = command.Ticket,
            Season = facts.Ticket.Season,
            Number = CardNumber.Create(
                command.Gin, facts.Ticket.Season.Value, facts.Serial.Serial, command.ModuleType, facts.Serial.Random),
            State = CardState.Printed,
            PrintId = command.PrintId,
            ModuleType = command.ModuleType,
            FilmCount = filmCount,
            Copies = command.Copies,
            Unit = unit.Id,
            UnitName = unit.Name,
            Grower = facts.Ticket.Grower,
            GrowerMaskedName = facts.Ticket.GrowerMaskedName,
            TicketRevision = facts.Ticket.Revision,
            ExportedTo = null,
            PrintedAt = facts.Now,
            PrintedBy = command.By.Account,
            Reprints = [],
            Chips = Once(command.Chips),
        };
    }

    /// <summary>WT5, WT6: everything that keeps this ticket from making a card now; the first is the answer to an attempt.</summary>
    public IEnumerable<Refusal> AgainstPrinting(PrintFacts? facts)
    {
        if (!Printable) yield return TraceCardRefusals.AlreadyPrinted(Number);
        else if (facts is null) yield return SharedRefusals.NotFound("weigh-ticket");
        if (!Printable || facts is null) yield break;

        if (facts.Ticket.Withdrawal is not null) yield return WeighTicketRefusals.Withdrawn;
        if (facts.SeasonClosed) yield return SeasonRefusals.Closed(facts.Ticket.Season);
        if (facts.Ticket is { Late: true, Waived: false }) yield return WeighTicketRefusals.Late;
        if (facts.Units.Count > 1) yield return WeighTicketRefusals.PlotsOfTwoUnits;
        else if (facts.Units is not [{ State: TraceUnitState.Approved }]) yield return TraceCardRefusals.UnitNotApproved;
    }

    public Result<TraceCard> Reprint(ReprintTraceCard command, CardFacts facts)
    {
        if (!Is(command.Card)) return SharedRefusals.NotFound("trace-card");
        if (AgainstReprinting(facts) is { } refusal) return refusal;
        if (Impossible(command.Quantity) is { } impossible) return impossible;
        if (string.IsNullOrWhiteSpace(command.Reason)) return TraceCardRefusals.ReasonRequired;
        return this with
        {
            Revision = Revision + 1,
            Reprints = Reprints.Add(new(command.Quantity, command.Reason.Trim(), facts.Now, command.By.Account)),
        };
    }

    public Refusal? AgainstReprinting(CardFacts facts)
    {
        var state = StateWith(facts.Progress);
        if (facts.Season.Closed) return SeasonRefusals.Closed(Season);
        return state is CardState.Voided or CardState.FinishedAuto ? TraceCardRefusals.NotPrintable(Number, state) : null;
    }

    public Result<TraceCard> Export(ExportTraceCard command, WeighTicketView ticket, CardFacts facts)
    {
        if (!Exists) return SharedRefusals.NotFound("trace-card");
        var state = StateWith(facts.Progress);
        if (state == CardState.Exported && ExportedTo == command.Line.Number) return this;
        if (state == CardState.Exported) return TraceCardRefusals.OnAnotherLine(Number, ExportedTo);
        if (state != CardState.Printed) return TraceCardRefusals.NotExportable(Number, state);
        if (facts.Season.Closed) return SeasonRefusals.Closed(Season);
        if (facts.GinningOver is { } deadline) return SeasonRefusals.GinningClosed(Season, deadline);
        if (ticket.QuotaKg is null) return TraceCardRefusals.QuotaUnknown(Number);
        return this with { Revision = Revision + 1, State = CardState.Exported, ExportedTo = command.Line.Number };
    }

    public Result<TraceCard> Void(VoidTraceCard command, CardFacts facts)
    {
        if (!Is(command.Card)) return SharedRefusals.NotFound("trace-card");
        if (State == CardState.Voided) return this;
        if (facts.Season.Closed) return SeasonRefusals.Closed(Season);
        if (facts.Progress is { } progress) return TraceCardRefusals.NotVoidable(Number, progress.State);
        return this with { Revision = Revision + 1, State = CardState.Voided };
    }

    public CardState StateWith(CardProgress? progress) => State == CardState.Voided ? State : progress?.State ?? State;

    private bool Is(CardNumber card) => Exists && Number == card;

    private Result<TraceCard> Repeated(PrintTraceCard command) =>
        State != CardState.Voided
        && command.ModuleType == ModuleType && command.Copies == Copies && (command.FilmCount is null || command.FilmCount == FilmCount)
        && (command.Chips.IsEmpty || Once(command.Chips).SequenceEqual(Chips))
            ? this
            : TraceCardRefusals.ExistsWithDifferentContent(PrintId);

    private static Refusal? Impossible(int quantity) =>
        quantity is < 1 or > MostLabels ? TraceCardRefusals.ImpossibleQuantity(quantity, MostLabels) : null;

    public TraceCardView ToView(WeighTicketView ticket, TraceUnitView? unit, CardProgress? progress, Kilograms kilogramsPerBale)
    {
        var processed = progress?.ProcessedKg ?? Kilograms.Zero;
        return new()
        {
            Card = Number,
            Gin = Gin,
            Ticket = Ticket,
            Season = Season,
            State = StateWith(progress),
            Unit = Unit,
            UnitName = UnitName,
            UnitApproved = unit?.State == TraceUnitState.Approved,
            Grower = Grower,
            GrowerMaskedName = GrowerMaskedName,
            Variety = ticket.Variety,
            NetKg = ticket.NetKg,
            QuotaKg = ticket.QuotaKg,
            ProcessedKg = processed,
            Bales = progress?.Bales ?? 0,
            AvailableBales = ticket.QuotaKg is { } quota ? AvailableBalesOf(quota - processed, kilogramsPerBale) : null,
            Line = progress is null ? ExportedTo : progress.Line,
            OvershootKg = progress?.OvershootKg,
            ModuleType = ModuleType,
            FilmCount = FilmCount,
            Copies = Copies,
            PrintId = PrintId,
            PrintedAt = PrintedAt,
            Reprints = Reprints,
            Chips = Chips,
            Revision = Revision,
        };
    }

    public static int AvailableBalesOf(Kilograms remaining, Kilograms kilogramsPerBale) =>
        remaining <= Kilograms.Zero ? 0 : (int)Math.Ceiling(remaining.Value / kilogramsPerBale.Value);
}
