using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>What the line says to one message: an answer or a refusal.</summary>
[GenerateSerializer, Immutable, Alias("line-reply")]
public sealed record LineReply(
    [property: Id(0)] MessageIdentity Identity,
    [property: Id(1)] LineAnswer? Answer,
    [property: Id(2)] Refusal? Refusal)
{
    public Result<LineAnswer> Outcome => Refusal is null ? Answer! : Refusal;
}
