namespace Suyuan.Common;

/// <summary>
/// The product's routes. The host asks a source for its endpoints three times over while it starts, and making hundreds of them takes half
/// a second; so they are handed to it made.
/// </summary>
internal sealed class RoutesMadeOnce(IEndpointRouteBuilder app) : IEndpointRouteBuilder
{
    private readonly List<EndpointDataSource> sources = [];

    public IServiceProvider ServiceProvider => app.ServiceProvider;

    public ICollection<EndpointDataSource> DataSources => sources;

    public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();

    /// <summary>Gives the application what was mapped up to now.</summary>
    public void Serve() => app.DataSources.Add(new CompositeEndpointDataSource(sources));
}
