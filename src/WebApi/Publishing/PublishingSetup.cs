namespace Suyuan.Publishing;

/// <summary>What the routes of publishing, and whoever shows consumers anything, need.</summary>
internal static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<PublicViews>().AddSingleton<PublicWords>()
        .AddSingleton<PublicationQueries>().AddSingleton<PublicProfileQueries>().AddScoped<PublicationDoor>();
}
