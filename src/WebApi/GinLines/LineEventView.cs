using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>A message that the line took (扫描, 打包, 结束, 再加工), as its live feed tells it: with its answer or its refusal.</summary>
public sealed record LineEventView(
    int Number, LineMessageKind Kind, DateTimeOffset At, string By, long? Sequence, LineAnswer? Answer, ProblemDetails? Problem)
{
    internal static LineEventView Of(TakenMessage taken, HttpContext http) =>
        new(taken.Number, taken.Kind, taken.At, taken.By, taken.Sequence, taken.Answer, taken.Refusal?.ToPart(http));
}
