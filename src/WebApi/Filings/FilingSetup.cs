namespace Suyuan.Filings;

/// <summary>What the routes of filings need.</summary>
internal static class FilingSetup
{
    public static IServiceCollection AddFilings(this IServiceCollection services)
    {
        services.AddSingleton(provider => DecisionDeadlineSettings.Read(provider.GetRequiredService<IConfiguration>()));
        return services.AddSingleton<FilingRows>().AddSingleton<FilingQueries>().AddSingleton<FilingWorkQueries>()
            .AddSingleton<StandingQueries>();
    }
}
