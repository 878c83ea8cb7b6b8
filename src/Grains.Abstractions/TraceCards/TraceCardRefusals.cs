using Suyuan.Common;

namespace Suyuan.TraceCards;

public static class TraceCardRefusals
{
    public static Refusal UnitNotApproved => Refusal.Conflict("trace-card/unit-not-approved");

    public static Refusal QuotaUnknown(CardNumber card) => Refusal.Conflict("trace-card/quota-unknown", ("card", card));

    public static Refusal AlreadyPrinted(CardNumber card) => Refusal.Conflict("trace-card/already-printed", ("card", card));

    public static Refusal ExistsWithDifferentContent(string printId) =>
        Refusal.Conflict("trace-card/exists-with-different-content", ("printId", printId));

    public static Refusal PrintIdRequired => Refusal.Unprocessable("trace-card/print-id-required");

    public static Refusal FilmCountRequired => Refusal.Unprocessable("trace-card/film-count-required");

    public static Refusal ImpossibleQuantity(int quantity, int largest) =>
        Refusal.Unprocessable("trace-card/impossible-quantity", ("quantity", quantity), ("largest", largest));

    public static Refusal ReasonRequired => Refusal.Unprocessable("trace-card/reason-required");

    public static Refusal OnAnotherLine(CardNumber card, int? line) =>
        Refusal.Conflict("trace-card/on-another-line", ("card", card), ("line", line));

    /// <summary>Only a card that was printed or exported, and of which nothing was ginned, may be voided.</summary>
    public static Refusal NotVoidable(CardNumber card, CardState state) =>
        Refusal.Conflict("trace-card/not-voidable", ("card", card), ("state", state));

    public static Refusal NotPrintable(CardNumber card, CardState state) =>
        Refusal.Conflict("trace-card/not-printable", ("card", card), ("state", state));

    public static Refusal NotExportable(CardNumber card, CardState state) =>
        Refusal.Conflict("trace-card/not-exportable", ("card", card), ("state", state));

    public static Refusal NoSuchFilm(int film, int filmCount) =>
        Refusal.Unprocessable("trace-card/no-such-film", ("film", film), ("filmCount", filmCount));

    public static Refusal NoSuchReprint(int reprint, int reprints) =>
        Refusal.Unprocessable("trace-card/no-such-reprint", ("reprint", reprint), ("reprints", reprints));

    /// <summary>From the first bale on, and of a card that is over, the chips stand.</summary>
    public static Refusal ChipsFixed(CardNumber card, CardState state) =>
        Refusal.Conflict("trace-card/chips-fixed", ("card", card), ("state", state));

    public static Refusal ChipTaken(ChipCode chip, CardNumber card) =>
        Refusal.Conflict("trace-card/chip-taken", ("chip", chip), ("card", card));
}
