namespace Suyuan.Jobs;

internal static class JobSetup
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobQueries>().AddSingleton<JobErrorQueries>().AddSingleton<JobEvents>().AddSingleton<JobAnswers>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobWorkers>();
    }
}
