namespace Suyuan.Lookup;

/// <summary>
/// Who reads without anybody looking: crawlers, previews of links, and browsers that fetch ahead. They are answered and never counted.
/// </summary>
internal static class Robots
{
    private static readonly string[] Agents =
    [
        "bot", "spider", "crawl", "slurp", "archiver", "preview", "fetcher", "scraper", "headless", "lighthouse", "pingdom", "uptime",
        "monitor", "facebookexternalhit", "embedly", "wget", "python-requests", "scrapy", "go-http-client", "okhttp-prefetch",
    ];

    private static readonly string[] Ahead = ["Purpose", "Sec-Purpose", "X-Purpose", "X-Moz"];

    public static bool Sent(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method)) return true;
        foreach (var name in Ahead)
            if (request.Headers.TryGetValue(name, out var purpose) && FetchesAhead(purpose.ToString())) return true;
        var agent = request.Headers.UserAgent.ToString();
        foreach (var robot in Agents)
            if (agent.Contains(robot, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool FetchesAhead(string purpose) =>
        purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)
        || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase);
}
