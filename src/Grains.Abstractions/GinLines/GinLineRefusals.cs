using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>What a line refuses; the first four carry the manual's messages to the letter.</summary>
public static class GinLineRefusals
{
    public static Refusal CardUnknown(CardNumber card) => Refusal.Unprocessable("gin-line/card-unknown", ("card", card));

    public static Refusal CardFinished(CardNumber card) => Refusal.Conflict("gin-line/card-finished", ("card", card));

    public static Refusal DelayRequired => Refusal.Unprocessable("gin-line/delay-required");

    public static Refusal CardInWork(CardNumber card) => Refusal.Conflict("gin-line/card-in-work", ("card", card));

    public static Refusal CardAlreadyQueued(CardNumber card) => Refusal.Conflict("gin-line/card-already-queued", ("card", card));

    public static Refusal QueueFull(int limit) => Refusal.Conflict("gin-line/queue-full", ("limit", limit));

    public static Refusal DelayOutOfRange(int delay, int largest) =>
        Refusal.Unprocessable("gin-line/delay-out-of-range", ("delayBales", delay), ("largest", largest));

    /// <summary>A card whose quota was reached is never reopened.</summary>
    public static Refusal CardComplete(CardNumber card) => Refusal.Conflict("gin-line/card-complete", ("card", card));

    public static Refusal CardNotFinished(CardNumber card) => Refusal.Conflict("gin-line/card-not-finished", ("card", card));

    public static Refusal NothingInWork => Refusal.Conflict("gin-line/nothing-in-work");

    public static Refusal VerifierRequired => Refusal.Forbidden("gin-line/verifier-required");

    public static Refusal SequenceGap(long expected, long given) =>
        Refusal.Conflict("gin-line/sequence-gap", ("expected", expected), ("given", given));

    public static Refusal ImpossibleNumber(int number) =>
        Refusal.Unprocessable("gin-line/impossible-number", ("number", number), ("largest", GinLineId.LargestNumber));

    public static Refusal SequenceRequired => Refusal.Unprocessable("gin-line/sequence-required");

    /// <summary>The same sequence or key came before with another message.</summary>
    public static Refusal ExistsWithDifferentContent(string identity) =>
        Refusal.Conflict("gin-line/exists-with-different-content", ("identity", identity));

    /// <summary>The collector still has cards in its queue, so its model cannot shrink below them.</summary>
    public static Refusal QueueExceedsModel(int queued, int limit) =>
        Refusal.Conflict("gin-line/queue-exceeds-model", ("queued", queued), ("limit", limit));
}
