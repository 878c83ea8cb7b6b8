using System.Globalization;

namespace Suyuan.Samples.Enterprises;

/// <summary>Gives each batch its codes and shows consumers what they may see, as the enterprise's administrator does.</summary>
internal static class ConsumerStep
{
    public static async Task Show(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var enterprise = desk.Enterprise;
        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        var administrator = await desk.Administrator(cancellationToken);
        var profile = $"{desk.Path}/public-profiles/{desk[$"filing.{enterprise.PublicProfile.Product}"]}";
        var answers = await desk.Fill(administrator, enterprise.PublicProfile.Answers, cancellationToken);
        await Save(administrator, profile, answers, cancellationToken);
        await Publish(administrator, $"{desk.Path}/publication", enterprise.Published.Site, cancellationToken);
        foreach (var batch in enterprise.Batches)
        {
            var run = batch.Roll is { } roll
                ? await Register(desk, administrator, batch, roll, cancellationToken)
                : await Allocate(desk, platform, batch.Key, batch.Codes, cancellationToken);
            var path = $"{desk.Path}/batches/{desk[$"batch.{batch.Key}"]}";
            var codes = new { start = run.Text("start"), end = run.Text("end") };
            var range = await desk.Make(administrator, $"range.{batch.Key}", $"{path}/code-ranges", codes, cancellationToken);
            if (!batch.Hidden) await Publish(administrator, $"{path}/publication", enterprise.Published.Batch, cancellationToken);
            if (batch.Recall is { } recall)
                await Freeze(administrator, $"{path}/code-ranges/{range.Text("id")}", recall, cancellationToken);
        }

        if (enterprise.SpareCodes > 0) await Allocate(desk, platform, "spare", enterprise.SpareCodes, cancellationToken);
    }

    private static Task<Answer> Allocate(
        EnterpriseDesk desk, Api platform, string name, int count, CancellationToken cancellationToken)
    {
        var wanted = new { enterprise = desk.Enterprise.CreditCode, count, productSerial = 1 };
        return desk.Make(platform, $"codes.{name}", "code-allocations", wanted, cancellationToken);
    }

    private static Task<Answer> Register(
        EnterpriseDesk desk, Api administrator, SampleBatch batch, string start, CancellationToken cancellationToken)
    {
        var end = (long.Parse(start, CultureInfo.InvariantCulture) + batch.Codes - 1)
            .ToString(new string('0', start.Length), CultureInfo.InvariantCulture);
        var roll = new { start, end, layout = "plain", vendor = "原标签供应商", note = "换平台之前已经印好的标签" };
        return desk.Make(administrator, $"codes.{batch.Key}", $"{desk.Path}/code-allocations", roll, cancellationToken);
    }

    /// <summary>A recall (召回) of the last so many codes of a range.</summary>
    private static async Task Freeze(Api administrator, string path, SampleRecall recall, CancellationToken cancellationToken)
    {
        var range = await administrator.Get(path, cancellationToken);
        if (range.Body.GetProperty("freezes").GetArrayLength() > 0) return;
        var end = range.Text("end");
        // The digit that checks follows from those before it, so of these the first is made of nothing else.
        var serial = long.Parse(end.AsSpan(0, end.Length - 1), CultureInfo.InvariantCulture) - recall.Codes + 1;
        var start = WithCheckDigit(serial.ToString(CultureInfo.InvariantCulture));
        await administrator.Post($"{path}/freezes", new { start, end, recall.Reason }, cancellationToken);
    }

    /// <summary>GS1: from the right, every other digit counts three times.</summary>
    private static string WithCheckDigit(string body)
    {
        var sum = body.Reverse().Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 3 : 1)).Sum();
        return string.Create(CultureInfo.InvariantCulture, $"{body}{(10 - sum % 10) % 10}");
    }

    private static async Task Save(Api administrator, string path, object answers, CancellationToken cancellationToken)
    {
        var now = await administrator.Get(path, cancellationToken, "common/not-found");
        await administrator.Edit(HttpMethod.Put, path, now.Tag ?? "*", new { answers }, cancellationToken);
    }

    private static async Task Publish(
        Api administrator, string path, IReadOnlyCollection<string> items, CancellationToken cancellationToken)
    {
        if (items.Count > 0) await administrator.Put($"{path}/items", new { items }, cancellationToken);
    }
}
