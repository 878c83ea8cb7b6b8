using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>One line of a stream's answer: to the message of this sequence; without one, about an unreadable line or the stream.</summary>
public sealed record LineStreamReply(long? Sequence, LineAnswer? Answer, ProblemDetails? Problem)
{
    internal static LineStreamReply Of(LineReply reply, HttpContext http) =>
        new(reply.Identity.Sequence, reply.Answer, reply.Refusal?.ToPart(http));
}
