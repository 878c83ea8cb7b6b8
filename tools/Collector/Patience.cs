using System.Net;

namespace Suyuan.Collector;

/// <summary>
/// How long to keep trying, and how long to wait between tries: doubling up to five seconds, or what the server asks for.
/// </summary>
public sealed record Patience(TimeSpan Longest)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    public static Patience Standard { get; } = new(TimeSpan.FromMinutes(10));

    /// <summary>Answers that say nothing about the message, only about the moment.</summary>
    public static bool MeansTryAgain(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public static TimeSpan PauseBefore(int resend, HttpResponseMessage? refused)
    {
        var doubled = TimeSpan.FromMilliseconds(Math.Min(Most.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, resend - 1)));
        var asked = refused?.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
        return asked > doubled ? asked : doubled;
    }
}
