using Suyuan.Bales;
using Suyuan.TraceCards;

namespace Suyuan.GinLines.Tests;

/// <summary>What is said to a message, in the words that both lines share.</summary>
internal sealed record Said(string? Refused = null)
{
    public long LastSequence { get; init; }
    public CardNumber? Card { get; init; }
    public int? Position { get; init; }
    public int? Delay { get; init; }
    public decimal? Processed { get; init; }
    public BaleBarcode? Barcode { get; init; }
    public bool? Traced { get; init; }
    public bool? Finished { get; init; }
    public decimal? Overshoot { get; init; }
    public CardNumber? InWork { get; init; }
    public bool Warned { get; init; }

    public static Said By(LineReply reply) => reply.Answer is not { } answer ? new(reply.Refusal!.Code) : new Said
    {
        LastSequence = answer.LastSequence,
        Card = answer.Card,
        Position = answer.Position,
        Delay = answer.DelayBales,
        Processed = answer.ProcessedKg?.Value,
        Barcode = answer.Barcode,
        Traced = answer.Traced,
        Finished = answer.Finished,
        Overshoot = answer.OvershootKg?.Value,
        InWork = answer.InWork,
        Warned = answer.Warnings.Length > 0,
    };
}
