namespace Suyuan.Samples.Enterprises;

/// <summary>What an enterprise says of itself and of its site: profile, zones, plots, products, inputs, internal management.</summary>
internal static class SiteStep
{
    public static async Task Describe(EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        var enterprise = desk.Enterprise;
        var profile = await recorder.Get($"{desk.Path}/profile", cancellationToken);
        var answers = await desk.Fill(recorder, enterprise.Profile, cancellationToken);
        await recorder.Edit(HttpMethod.Put, $"{desk.Path}/profile", profile.Tag!, new { answers }, cancellationToken);
        await Enter(desk, "zone", enterprise.Zones, cancellationToken);
        await Enter(desk, "plot", enterprise.Plots, cancellationToken);
        await Enter(desk, "product", enterprise.Products, cancellationToken);
    }

    public static async Task Stock(EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        foreach (var input in desk.Enterprise.Inputs)
        {
            var answers = await desk.Fill(recorder, input.Answers, cancellationToken);
            await desk.Make(
                recorder, $"input.{input.Key}", $"{desk.Path}/inputs", new { form = $"input-{input.Kind}", answers }, cancellationToken);
            foreach (var lot in input.Lots)
            {
                var answered = await desk.Fill(recorder, lot.Answers, cancellationToken);
                var purchase = new { item = desk[$"input.{input.Key}"], answers = answered };
                await desk.Make(recorder, $"lot.{lot.Key}", $"{desk.Path}/input-lots", purchase, cancellationToken);
            }
        }
    }

    public static async Task Manage(EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        foreach (var record in desk.Enterprise.SiteRecords)
        {
            var answers = await desk.Fill(recorder, record.Answers, cancellationToken);
            var made = await desk.Make(
                recorder, $"site.{record.Key}", $"{desk.Path}/site-records", new { record.Form, answers }, cancellationToken);
            await recorder.Put($"{desk.Path}/site-records/{made.Text("id")}/submission", new { }, cancellationToken);
        }
    }

    private static async Task Enter(
        EnterpriseDesk desk, string kind, IEnumerable<SampleEntry> entries, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        foreach (var entry in entries)
        {
            var body = new
            {
                answers = await desk.Fill(recorder, entry.Answers, cancellationToken),
                zone = entry.Zone is null ? null : desk[$"zone.{entry.Zone}"],
                productFiling = entry.Filing is null ? null : desk[$"filing.{entry.Filing}"],
            };
            await desk.Make(
                recorder, $"{kind}.{entry.Key}", $"{desk.Path}/{kind}s", body, cancellationToken);
        }
    }
}
