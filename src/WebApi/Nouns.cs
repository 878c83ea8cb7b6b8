using Suyuan.Accounts;
using Suyuan.GinLines;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan;

/// <summary>Every noun of the product at the API's door: its reads and its routes.</summary>
internal static class Nouns
{
    public static void AddNouns(this IServiceCollection services)
    {
        services.AddSingleton<WeighTicketQueries>();
        services.AddSingleton<TraceCardQueries>();
        services.AddSingleton<PrintedCards>();
        services.AddSingleton<CardFiles>();
        services.AddSingleton<GinLineQueries>();
        services.AddScoped<LineCaller>();
    }

    public static void MapNouns(this IEndpointRouteBuilder api)
    {
        api.MapSessions();
        api.MapRegistrations();
        api.MapAccounts();
        api.MapWeighTickets();
        api.MapTraceCards();
        api.MapGinLines();
    }
}
