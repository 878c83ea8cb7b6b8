using Microsoft.Extensions.DependencyInjection;

namespace Suyuan.Batches;

/// <summary>What the grains of batches are given.</summary>
public static class BatchServices
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services.AddSingleton<BatchGathering>();
}
