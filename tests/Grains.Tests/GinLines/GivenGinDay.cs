using Suyuan.Bales;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>What is true around a line: cards of every kind that may be held before its scanner, and the units behind them.</summary>
internal sealed class GivenGinDay
{
    public static readonly BaleBarcode OthersBale = new("32650012610011221550009999999999");

    public GivenGinDay()
    {
        foreach (var (quota, unit, exportedTo, state) in new (decimal?, string, int?, string)[]
        {
            (400, "a", null, "fresh"), (700, "a", null, "fresh"), (225, "b", null, "fresh"), (300, "b", 1, "fresh"), (500, "b", 1, "fresh"),
            (450, "a", 1, "fresh"), (800, "a", 2, "fresh"), (null, "a", 1, "fresh"), (600, "foreign", null, "fresh"),
            (900, "c", 2, "elsewhere"), (900, "c", 2, "manual"), (400, "c", null, "auto"),
        })
        {
            var worked = state != "fresh";
            Cards.Add(new()
            {
                Number = CardNumber.Create(GivenLine.Gin, 2026, Cards.Count + 1, ModuleType.Round, 7),
                Day = this,
                Unit = unit,
                Ours = unit != "foreign",
                Quota = quota,
                ExportedTo = exportedTo,
                State = state,
                Bales = worked ? 2 : 0,
                Processed = worked ? 450 : 0,
            });
        }
    }

    public HashSet<string> Approved { get; } = ["a", "b", "c", "foreign"];

    public List<ReferenceCard> Cards { get; } = [];

    /// <summary>A number that was never printed, beyond the last card.</summary>
    public CardNumber NumberOf(int card) =>
        card < Cards.Count ? Cards[card].Number : CardNumber.Create(GivenLine.Gin, 2026, 99_999, ModuleType.Loose, 1);

    public ReferenceCard? Find(CardNumber? number) => Cards.Find(card => card.Number == number);

    /// <summary>The card as its grain shows it before any line did anything with it.</summary>
    public TraceCardView? Printed(CardNumber number) => Find(number) is not { } card ? null : new()
    {
        Card = number,
        Gin = card.Ours ? GivenLine.Gin : new("65002"),
        Season = new(2026),
        State = card.Voided ? CardState.Voided : card.ExportedTo is null ? CardState.Printed : CardState.Exported,
        Unit = card.Unit,
        UnitApproved = Approved.Contains(card.Unit),
        QuotaKg = card.Quota is { } quota ? new Kilograms(quota) : null,
        Line = card.ExportedTo,
    };
}
