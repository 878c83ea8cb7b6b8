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
            var wanted = new { enterprise = enterprise.CreditCode, count = batch.Codes, productSerial = 1 };
            var run = await desk.Make(platform, $"codes.{batch.Key}", "code-allocations", wanted, cancellationToken);
            var path = $"{desk.Path}/batches/{desk[$"batch.{batch.Key}"]}";
            var codes = new { start = run.Text("start"), end = run.Text("end") };
            await desk.Make(administrator, $"range.{batch.Key}", $"{path}/code-ranges", codes, cancellationToken);
            await Publish(administrator, $"{path}/publication", enterprise.Published.Batch, cancellationToken);
        }
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
