namespace Suyuan.Jobs;

internal static class JobSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobQueries>().AddSingleton<JobErrorQueries>().AddScoped<JobEvents>().AddScoped<JobAnswers>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobWorkers>();
    }
}
