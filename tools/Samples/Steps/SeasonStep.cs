using System.Text.Json.Nodes;

namespace Suyuan.Samples;

/// <summary>
/// The season's policy. While its past is filled in, tickets of weeks ago are no late uploads; afterwards the usual window holds.
/// </summary>
internal static class SeasonStep
{
    private const int WholeSeasonHours = 366 * 24;
    private const int UsualHours = 24;

    public static Task Open(Loading loading, CancellationToken cancellationToken) => Put(loading, WholeSeasonHours, cancellationToken);

    public static Task Settle(Loading loading, CancellationToken cancellationToken) => Put(loading, UsualHours, cancellationToken);

    private static async Task Put(Loading loading, int uploadWindowHours, CancellationToken cancellationToken)
    {
        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        var path = $"seasons/{loading.Season}";
        var known = await platform.Get(path, cancellationToken);
        var policy = JsonNode.Parse(known.Body.GetRawText())!.AsObject();
        policy["formingDeadline"] = Day(loading, 60);
        policy["deliveryDeadline"] = Day(loading, 120);
        policy["ginningDeadline"] = Day(loading, 180);
        policy["uploadWindowHours"] = uploadWindowHours;
        await platform.Edit(HttpMethod.Put, path, known.Tag!, policy, cancellationToken);
    }

    private static string Day(Loading loading, int days) => loading.Times.Deadline(days).ToString("yyyy-MM-dd", null);
}
