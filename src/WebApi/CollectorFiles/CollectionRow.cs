using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.TraceCards;

namespace Suyuan.CollectorFiles;

/// <summary>
/// One row of a collection file as a message to the line. A row that cannot be read is a message still, as long as its sequence can be:
/// the line refuses it under its number, so that the rows behind it are no gap.
/// </summary>
/// <param name="Row">The line of the file.</param>
/// <param name="Subject">The card or barcode, as it stands there.</param>
/// <param name="Command">Null where the sequence cannot be read.</param>
internal sealed record CollectionRow(int Row, long? Sequence, string Kind, string Subject, LineCommand? Command)
{
    private const int Width = 10;
    private const int LongestRaw = 1_000;

    public static CollectionRow Read(int row, string text)
    {
        var cells = text.Split(',');
        var (kind, card) = (Cell(cells, 1), Cell(cells, 2));
        var subject = FileCells.Printable(kind == "bale" ? Cell(cells, 4) : card);
        if (FileCells.Sequence(cells[0]) is not { } sequence) return new(row, null, FileCells.Printable(kind), subject, null);

        var identity = new MessageIdentity(sequence, null);
        var read = cells.Length == Width ? MessageOf(identity, cells) : CollectorFileRefusals.RowUnreadable("row");
        return new(row, sequence, FileCells.Printable(kind), subject, read.Refused ? Faulty(identity, text, read.Refusal) : read.Value);
    }

    public static bool IsReopen(string text) => text.Split(',', 3) is [_, "reopen", ..];

    private static Result<LineCommand> MessageOf(MessageIdentity identity, string[] cells) => cells[1] switch
    {
        "scan" => Scan(identity, cells),
        "bale" => Bale(identity, cells),
        "finish" => new LineCommand { Identity = identity, Kind = LineMessageKind.Finish },
        "reopen" => Card(cells) is { } card
            ? new LineCommand { Identity = identity, Kind = LineMessageKind.Reopen, Card = card }
            : CollectorFileRefusals.RowUnreadable("card"),
        _ => CollectorFileRefusals.RowUnreadable("kind"),
    };

    private static Result<LineCommand> Scan(MessageIdentity identity, string[] cells)
    {
        if (Card(cells) is not { } card) return CollectorFileRefusals.RowUnreadable("card");
        var delay = FileCells.Count(cells[3]);
        if (delay is null && cells[3].Length > 0) return CollectorFileRefusals.RowUnreadable("delayBales");
        return new LineCommand { Identity = identity, Kind = LineMessageKind.Scan, Card = card, DelayBales = delay };
    }

    private static Result<LineCommand> Bale(MessageIdentity identity, string[] cells)
    {
        if (!BaleBarcode.TryParse(cells[4], null, out var barcode)) return CollectorFileRefusals.RowUnreadable("barcode");
        if (FileCells.Weight(cells[5]) is not { } gross) return CollectorFileRefusals.RowUnreadable("grossKg");
        if (FileCells.Weight(cells[6]) is not { } tare) return CollectorFileRefusals.RowUnreadable("tareKg");
        if (FileCells.Number(cells[7]) is not { } regain) return CollectorFileRefusals.RowUnreadable("regainPct");
        var impurity = FileCells.Number(cells[8]);
        if (impurity is null && cells[8].Length > 0) return CollectorFileRefusals.RowUnreadable("impurityPct");
        if (FileCells.Time(cells[9]) is not { } at) return CollectorFileRefusals.RowUnreadable("pressedAt");
        return new LineCommand
        {
            Identity = identity,
            Kind = LineMessageKind.Bale,
            Bale = new()
            {
                Barcode = barcode, GrossKg = gross, TareKg = tare, RegainPct = regain, ImpurityPct = impurity, PressedAt = at,
            },
        };
    }

    private static LineCommand Faulty(MessageIdentity identity, string text, Refusal fault)
    {
        var raw = $"row {FileCells.Printable(text)}";
        // A scan is as good as any other kind for what cannot be read.
        return new()
        {
            Identity = identity, Kind = LineMessageKind.Scan, Fault = fault, Raw = raw.Length > LongestRaw ? raw[..LongestRaw] : raw,
        };
    }

    private static CardNumber? Card(string[] cells) => CardNumber.TryParse(cells[2], null, out var card) ? card : null;

    private static string Cell(string[] cells, int place) => place < cells.Length ? cells[place] : "";
}
