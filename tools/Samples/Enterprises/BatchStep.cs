namespace Suyuan.Samples.Enterprises;

/// <summary>Opens batches, writes their dossiers, binds codes to them and shows consumers what they may see.</summary>
internal static class BatchStep
{
    public static async Task Record(EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        foreach (var batch in desk.Enterprise.Batches)
        {
            var body = new
            {
                productFiling = desk[$"filing.{batch.Product}"],
                zone = desk[$"zone.{batch.Zone}"],
                plots = batch.Plots.Select(plot => desk[$"plot.{plot}"]),
                answers = await desk.Fill(recorder, batch.Answers, cancellationToken),
            };
            await desk.Make(recorder, BatchOf(batch), $"{desk.Path}/batches", body, cancellationToken, id: "number");
            var path = $"{desk.Path}/batches/{desk[BatchOf(batch)]}";
            var now = await recorder.Get(path, cancellationToken);
            if (now.Text("state") != "running") continue;
            var template = now.Body.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()!);
            foreach (var stage in batch.Records.Select(record => record.Stage!).Except(template))
                await recorder.Put($"{path}/stages/{stage}", new { }, cancellationToken);
            foreach (var (at, record) in batch.Records.Index())
                await Record(desk, recorder, path, $"{batch.Key}.{at}", record, cancellationToken);
            if (batch.Complete) await recorder.Put($"{path}/completion", new { }, cancellationToken);
        }
    }

    private static string BatchOf(SampleBatch batch) => $"batch.{batch.Key}";

    private static async Task Record(
        EnterpriseDesk desk, Api recorder, string batch, string name, SampleRecord record, CancellationToken cancellationToken)
    {
        var body = new { record.Stage, answers = await desk.Fill(recorder, record.Answers, cancellationToken) };
        var made = await desk.Make(recorder, $"record.{name}", $"{batch}/records", body, cancellationToken);
        await recorder.Put($"{batch}/records/{made.Text("id")}/submission", new { }, cancellationToken);
    }
}
