namespace Suyuan.Sensors;

internal static class SensorSetup
{
    public static void AddSensors(this IServiceCollection services)
    {
        services.AddSingleton<SensorQueries>().AddSingleton<ReadingIntake>();
        services.AddSingleton<ReadingKeeper>().AddHostedService(provider => provider.GetRequiredService<ReadingKeeper>());
    }
}
