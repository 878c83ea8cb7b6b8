namespace Suyuan.Samples.Enterprises;

/// <summary>Loads the sample enterprises through the public API, each in the manual's order; what is there already stays as it is.</summary>
internal static class SampleEnterprises
{
    public static Task Load(Loading loading, CancellationToken cancellationToken) =>
        Loading.Each(SampleEnterprise.All, (enterprise, stop) => Load(loading, new EnterpriseDesk(loading, enterprise), stop), cancellationToken);

    private static async ValueTask Load(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        await FilingStep.Register(loading, desk, cancellationToken);
        await FilingStep.File(loading, desk, cancellationToken);
        await SiteStep.Describe(desk, cancellationToken);
        await SiteStep.Stock(desk, cancellationToken);
        await BatchStep.Record(desk, cancellationToken);
        await SiteStep.Manage(desk, cancellationToken);
    }
}
