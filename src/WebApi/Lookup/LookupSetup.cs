namespace Suyuan.Lookup;

internal static class LookupSetup
{
    private const long StandardScansHeld = 1_000_000;

    public static void AddLookups(this IServiceCollection services)
    {
        services.AddSingleton<LookupQueries>();
        services.AddSingleton<CodeDirectory>().AddSingleton<PreparedViews>().AddSingleton<IPublicViews, PublishedViews>();
        services.AddSingleton(provider => new ScanTable(
            provider.GetRequiredService<IConfiguration>().GetValue("Lookup:ScansHeld", StandardScansHeld)));
        services.AddSingleton<ScanStore>().AddSingleton<ScanReads>().AddSingleton<RecentClients>().AddSingleton<ScanCounts>();
        services.AddSingleton<CodeLookups>().AddSingleton<PublicFiles>().AddSingleton<CodeDesk>();
        services.AddSingleton<LookupRefresh>().AddHostedService(provider => provider.GetRequiredService<LookupRefresh>());
        services.AddHostedService<ScanWriter>();
        services.AddHealthChecks().AddCheck<LookupHealth>("codes");
    }
}
