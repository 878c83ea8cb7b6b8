using Orleans.Streams;

namespace Suyuan.GinLines;

/// <summary>
/// The news of a gin's lines: after each write the line tells where it stands. It says that something happened; what happened is in
/// the line's ledger, so that a lost or late word costs a listener nothing.
/// </summary>
public static class LineNews
{
    public static IAsyncStream<LineProgress> LinesOf(this IStreamProvider live, GinCode gin) =>
        live.GetStream<LineProgress>(StreamId.Create("gin-lines", gin.Value));
}
