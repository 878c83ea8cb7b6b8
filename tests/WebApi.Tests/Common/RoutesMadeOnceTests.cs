using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Routing;

namespace Suyuan.Common.Tests;

public sealed class RoutesMadeOnceTests
{
    [Fact]
    public async Task However_often_the_host_asks_an_endpoint_is_made_once()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        var made = 0;
        var routes = new RoutesMadeOnce(app);
        routes.MapGroup("/api").AddEndpointFilterFactory((_, next) =>
        {
            made++;
            return next;
        }).MapGet("/there", () => TypedResults.Ok());
        routes.Serve();
        app.UseAuthorization();

        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        await app.StartAsync();
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(app.Urls.Single() + "/api/there"))).StatusCode);
        Assert.Equal(1, made);
    }
}
