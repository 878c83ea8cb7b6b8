namespace Suyuan.Lookup;

internal static class LookupSetup
{
    private const long StandardScansHeld = 1_000_000;

    public static void AddLookups(this IServiceCollection services)
    {
        services.AddSingleton<LookupQueries>();
        // Writers are asked in the order in which they were added, and the general one takes everything.
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ConsumerPages>());
        services.AddSingleton<CodeDirectory>().AddSingleton<PreparedViews>().AddSingleton<IPublicViews, PublishedViews>();
        services.AddSingleton(provider => new ScanTable(
            provider.GetRequiredService<IConfiguration>().GetValue("Lookup:ScansHeld", StandardScansHeld)));
        services.AddSingleton<ScanStore>().AddSingleton<ScanReads>().AddSingleton<RecentClients>().AddSingleton<ScanCounts>();
        services.AddSingleton<CodeLookups>().AddSingleton<PublicFiles>().AddSingleton<LabelSignatures>().AddSingleton<CodeDesk>();
        services.AddSingleton<LookupRefresh>().AddHostedService(provider => provider.GetRequiredService<LookupRefresh>());
        services.AddHostedService<ScanWriter>();
        services.AddHealthChecks().AddCheck<LookupHealth>("codes");
    }
}
