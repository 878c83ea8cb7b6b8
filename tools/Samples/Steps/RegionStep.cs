namespace Suyuan.Samples;

internal static class RegionStep
{
    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        var rows = SampleRegions.Above.Concat(SampleRegions.Companies).Select(region => $"{region.Code},{region.Name}");
        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        await platform.Import("regions/imports", string.Join('\n', rows.Prepend("编码,名称")), cancellationToken);
    }
}
