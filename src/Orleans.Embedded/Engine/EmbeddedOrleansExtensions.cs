using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>Puts the engine into a host. Stores are the host's: keyed <see cref="Orleans.Storage.IGrainStorage"/> services.</summary>
public static class EmbeddedOrleansExtensions
{
    /// <summary>The key of the store of a <see cref="Orleans.Runtime.PersistentStateAttribute"/> that names none.</summary>
    public const string DefaultStorage = "Default";

    public static IServiceCollection AddEmbeddedOrleans(
        this IServiceCollection services, Action<EmbeddedOptions>? configure, params Assembly[] grainAssemblies)
    {
        services.AddOptions<EmbeddedOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new GrainTypes(grainAssemblies));
        services.AddSingleton<Catalog>();
        services.AddSingleton<IGrainFactory, GrainFactory>();
        services.AddSingleton<IHostedService, EngineLifetime>();
        return services;
    }

    public static IServiceCollection AddEmbeddedStreams(this IServiceCollection services, string name) =>
        services.AddKeyedSingleton<IStreamProvider>(
            name, (provider, _) => ActivatorUtilities.CreateInstance<EmbeddedStreamProvider>(provider, name));
}
