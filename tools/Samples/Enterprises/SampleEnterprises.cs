namespace Suyuan.Samples.Enterprises;

/// <summary>Loads the sample enterprises through the public API, each in the manual's order; what is there stays as it is.</summary>
internal static class SampleEnterprises
{
    public static Task Load(Loading loading, CancellationToken cancellationToken)
    {
        loading.Accounts.Add(SampleEnterprise.All.SelectMany(AccountsOf));
        return Loading.Each(
            SampleEnterprise.All, (enterprise, stop) => Load(loading, new EnterpriseDesk(loading, enterprise), stop), cancellationToken);
    }

    public static IEnumerable<DemoAccount> AccountsOf(SampleEnterprise enterprise) =>
    [
        new(enterprise.Administrator, "", ["enterpriseAdministrator", "recorder"], enterprise.Name, "企业管理员，兼记录员，可切换角色"),
        new(enterprise.Recorder, "", ["recorder"], enterprise.Name, "记录员"),
    ];

    /// <summary>All that stands before there is anything for consumers: filings, the enterprise, its batches and records.</summary>
    public static async Task Produce(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        await FilingStep.Register(loading, desk, cancellationToken);
        await FilingStep.File(loading, desk, cancellationToken);
        await SiteStep.Describe(desk, cancellationToken);
        await SiteStep.Stock(desk, cancellationToken);
        await BatchStep.Record(desk, cancellationToken);
        await SiteStep.Manage(desk, cancellationToken);
        await MeasuringStep.Measure(loading, desk, cancellationToken);
    }

    private static async ValueTask Load(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        await Produce(loading, desk, cancellationToken);
        await ConsumerStep.Show(loading, desk, cancellationToken);
    }
}
