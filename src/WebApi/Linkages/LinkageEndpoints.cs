using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Regions;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan.Linkages;

/// <summary>
/// The chain from seed cotton over cards to bales (关联情况) of one grower, one unit, or one region: the same lists that a gin has,
/// for those whose cotton it is (ST5).
/// </summary>
internal static class LinkageEndpoints
{
    private static readonly Role[] Officers = [Role.Platform, Role.Regulator, Role.Regiment, Role.Company];

    public static void MapLinkages(this IEndpointRouteBuilder api)
    {
        MapGrower(api.MapGroup("/growers/{id}").WithTags("Growers").Allow([.. Officers, Role.Grower]));
        MapUnit(api.MapGroup("/trace-units/{id}").WithTags("Trace units").Allow([.. Officers, Role.Grower, Role.Organizer]));
        MapRegion(api.MapGroup("/regions/{region}").WithTags("Regions").Allow(Officers));
    }

    private static void MapGrower(RouteGroupBuilder grower)
    {
        grower.MapGet("/weigh-tickets", GrowerWeighTickets).WithName("listGrowerWeighTickets")
            .WithSummary("A grower's weigh tickets, newest first")
            .Exported(WeighTicketTable.Columns);
        grower.MapGet("/trace-cards", GrowerTraceCards).WithName("listGrowerTraceCards")
            .WithSummary("A grower's trace cards, newest first")
            .Exported(TraceCardTable.Columns);
        grower.MapGet("/bales", GrowerBales).WithName("listGrowerBales")
            .WithSummary("A grower's bales, newest first")
            .Exported(BaleTable.Columns)
            .Refuses(BaleRefusals.SeasonRequired.Code);
    }

    private static void MapUnit(RouteGroupBuilder unit)
    {
        unit.MapGet("/weigh-tickets", UnitWeighTickets).WithName("listUnitWeighTickets")
            .WithSummary("A trace unit's weigh tickets, newest first")
            .Exported(WeighTicketTable.Columns);
        unit.MapGet("/trace-cards", UnitTraceCards).WithName("listUnitTraceCards")
            .WithSummary("A trace unit's trace cards, newest first")
            .Exported(TraceCardTable.Columns);
        unit.MapGet("/bales", UnitBales).WithName("listUnitBales")
            .WithSummary("A trace unit's bales, newest first")
            .Exported(BaleTable.Columns)
            .Refuses(BaleRefusals.SeasonRequired.Code);
    }

    private static void MapRegion(RouteGroupBuilder region)
    {
        region.MapGet("/weigh-tickets", RegionWeighTickets).WithName("listRegionWeighTickets")
            .WithSummary("A region's weigh tickets, newest first")
            .Exported(WeighTicketTable.Columns);
        region.MapGet("/trace-cards", RegionTraceCards).WithName("listRegionTraceCards")
            .WithSummary("A region's trace cards, newest first")
            .Exported(TraceCardTable.Columns);
        region.MapGet("/bales", RegionBales).WithName("listRegionBales")
            .WithSummary("A region's bales, newest first")
            .Exported(BaleTable.Columns)
            .Refuses(BaleRefusals.SeasonRequired.Code);
    }

    private static Task<Results<Ok<Page<WeighTicketItem>>, ProblemHttpResult>> GrowerWeighTickets(
        string id, [AsParameters] WeighTicketFilter filter, Limit limit, Cursor cursor, Caller caller,
        LinkageScope scope, WeighTicketQueries queries) =>
        scope.OfGrower(id, caller).List(whose => queries.List(whose, filter, limit, cursor));

    private static Task<Results<Ok<Page<TraceCardItem>>, ProblemHttpResult>> GrowerTraceCards(
        string id, [AsParameters] TraceCardFilter filter, Limit limit, Cursor cursor, Caller caller,
        LinkageScope scope, TraceCardQueries queries) =>
        scope.OfGrower(id, caller).List(whose => queries.List(whose, filter, limit, cursor));

    private static Task<Results<Ok<Page<BaleAnswer>>, ProblemHttpResult>> GrowerBales(
        string id, [AsParameters] BaleFilter filter, Limit limit, Cursor cursor, Caller caller,
        LinkageScope scope, BaleQueries queries) =>
        scope.OfGrower(id, caller).List(whose => queries.List(whose, filter, caller, limit, cursor));

    private static Task<Results<Ok<Page<WeighTicketItem>>, ProblemHttpResult>> UnitWeighTickets(
        string id, [AsParameters] WeighTicketFilter filter, Limit limit, Cursor cursor, Caller caller,
        LinkageScope scope, WeighTicketQueries queries) =>
        scope.OfUnit(id, caller).List(whose => queries.List(whose, filter, limit, cursor));

    private static Task<Results<Ok<Page<TraceCardItem>>, ProblemHttpResult>> UnitTraceCards(
        string id, [AsParameters] TraceCardFilter filter, Limit limit, Cursor cursor, Caller caller,
        LinkageScope scope, TraceCardQueries queries) =>
        scope.OfUnit(id, caller).List(whose => queries.List(whose, filter, limit, cursor));

    private static Task<Results<Ok<Page<BaleAnswer>>, ProblemHttpResult>> UnitBales(
        string id, [AsParameters] BaleFilter filter, Limit limit, Cursor cursor, Caller caller,
        LinkageScope scope, BaleQueries queries) =>
        scope.OfUnit(id, caller).List(whose => queries.List(whose, filter, caller, limit, cursor));

    private static Task<Results<Ok<Page<WeighTicketItem>>, ProblemHttpResult>> RegionWeighTickets(
        RegionCode region, [AsParameters] WeighTicketFilter filter, Limit limit, Cursor cursor, Caller caller,
        WeighTicketQueries queries) =>
        LinkageScope.OfRegion(region, caller).List(whose => queries.List(whose, filter, limit, cursor));

    private static Task<Results<Ok<Page<TraceCardItem>>, ProblemHttpResult>> RegionTraceCards(
        RegionCode region, [AsParameters] TraceCardFilter filter, Limit limit, Cursor cursor, Caller caller,
        TraceCardQueries queries) =>
        LinkageScope.OfRegion(region, caller).List(whose => queries.List(whose, filter, limit, cursor));

    private static Task<Results<Ok<Page<BaleAnswer>>, ProblemHttpResult>> RegionBales(
        RegionCode region, [AsParameters] BaleFilter filter, Limit limit, Cursor cursor, Caller caller,
        BaleQueries queries) =>
        LinkageScope.OfRegion(region, caller).List(whose => queries.List(whose, filter, caller, limit, cursor));
}
