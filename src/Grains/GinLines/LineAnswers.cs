using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What the line says of a card that was queued or ended.</summary>
internal static class LineAnswers
{
    public static LineAnswer ToScan(GinLine line, LineMessageKind kind, Kilograms kilogramsPerBale)
    {
        var position = line.Queue.Length;
        var queued = line.Queue[position - 1];
        return new()
        {
            Kind = kind,
            Card = queued.Card,
            Position = position,
            DelayBales = queued.Delay,
            AvailableBales = TraceCard.AvailableBalesOf(queued.QuotaKg - queued.ProcessedKg, kilogramsPerBale),
            QuotaKg = queued.QuotaKg,
            ProcessedKg = queued.ProcessedKg,
        };
    }

    public static LineAnswer ToFinish(QueuedCard card) => new()
    {
        Kind = LineMessageKind.Finish,
        Card = card.Card,
        Finished = true,
        QuotaKg = card.QuotaKg,
        ProcessedKg = card.ProcessedKg,
    };
}
