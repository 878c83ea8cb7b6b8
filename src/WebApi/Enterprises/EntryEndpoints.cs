using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>Zones, plots and products: the same routes three times.</summary>
internal static class EntryEndpoints
{
    private static readonly Role[] Readers = [Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder];
    private static readonly Role[] Writers = [Role.EnterpriseAdministrator, Role.Recorder];

    public static void MapEntries(this RouteGroupBuilder enterprise)
    {
        enterprise.MapGet("/zones", ListZones).Allow(Readers).WithName("listZones")
            .WithSummary("An enterprise's production zones; q is part of a name or code.").Exported(EntryTables.Zones);
        enterprise.MapKind(EntryKind.ProductionZone, "/zones", "Zone", []);
        enterprise.MapGet("/plots", ListPlots).Allow(Readers).WithName("listPlots")
            .WithSummary("An enterprise's plots, of all zones or of one; q is part of a name.").Exported(EntryTables.Plots);
        enterprise.MapKind(EntryKind.Plot, "/plots", "Plot", ["enterprise/unknown-zone"]);
        enterprise.MapGet("/products", ListProducts).Allow(Readers).WithName("listProducts")
            .WithSummary("An enterprise's products; q is part of a name.").Exported(EntryTables.Products);
        enterprise.MapKind(EntryKind.Product, "/products", "Product", ["enterprise/unknown-product-filing"]);
    }

    private static void MapKind(this RouteGroupBuilder enterprise, EntryKind kind, string path, string name, string[] refusals)
    {
        enterprise.MapPost(path, (
                CreditCode usci, EntryRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, Caller caller,
                IGrainFactory grains) =>
                Add(grains.Entry(kind, usci, NewId.For(caller, key)), body.ToCommand(kind, caller), $"/api/v1/enterprises/{usci}{path}"))
            .Allow(Writers).WithName($"add{name}").WithSummary($"Adds a {Words(name)}.")
            .Refuses(["enterprise/filing-required", "form/answers-invalid", "enterprise/exists-with-different-content", .. refusals]);
        var entry = enterprise.MapGroup(path + "/{id}");
        entry.MapGet("/", (CreditCode usci, string id, Caller caller, IGrainFactory grains) => Get(grains.Entry(kind, usci, id), caller))
            .Allow(Readers).WithName($"get{name}").WithSummary($"A {Words(name)}.");
        entry.MapPut("/", (CreditCode usci, string id, EntryRequest body, IfMatch ifMatch, Caller caller, IGrainFactory grains) =>
                Change(grains.Entry(kind, usci, id), body.ToCommand(kind, caller, ifMatch.Revision)))
            .Allow(Writers).WithName($"change{name}").WithSummary($"Changes a {Words(name)}.")
            .Refuses(["enterprise/filing-required", "form/answers-invalid", "enterprise/retired", .. refusals]);
        entry.MapDelete("/", (CreditCode usci, string id, SeenRevision seen, Caller caller, IGrainFactory grains) =>
                Retire(grains.Entry(kind, usci, id), new(caller, seen.Revision)))
            .Allow(Writers).WithName($"retire{name}").WithSummary($"Retires a {Words(name)}: it stays readable and is offered no longer.")
            .Refuses("enterprise/used-by-batch", "enterprise/zone-has-plots", "common/stale");
    }

    private static string Words(string name) => name is "Zone" ? "production zone" : name.ToLowerInvariant();

    private static Task<Results<Ok<Page<EntryItem>>, ProblemHttpResult>> ListZones(
        CreditCode usci, [AsParameters] EntryFilter filter, Limit limit, Cursor cursor, Caller caller, EntryLists lists) =>
        lists.List(EntryKind.ProductionZone, usci, new(filter.Q, filter.Retired, null), caller, limit, cursor);

    private static Task<Results<Ok<Page<EntryItem>>, ProblemHttpResult>> ListPlots(
        CreditCode usci, [AsParameters] PlotFilter filter, Limit limit, Cursor cursor, Caller caller, EntryLists lists) =>
        lists.List(EntryKind.Plot, usci, filter, caller, limit, cursor);

    private static Task<Results<Ok<Page<EntryItem>>, ProblemHttpResult>> ListProducts(
        CreditCode usci, [AsParameters] EntryFilter filter, Limit limit, Cursor cursor, Caller caller, EntryLists lists) =>
        lists.List(EntryKind.Product, usci, new(filter.Q, filter.Retired, null), caller, limit, cursor);

    private static async Task<Results<Created<EnterpriseEntryView>, ProblemHttpResult>> Add(
        IEnterpriseEntryGrain entry, SaveEntry command, string path) =>
        (await entry.Add(command)).ToCreated(view => $"{path}/{view.Id}");

    private static async Task<Results<Ok<EnterpriseEntryView>, ProblemHttpResult>> Get(IEnterpriseEntryGrain entry, Caller caller) =>
        (await entry.GetFor(caller)).ToHttp();

    private static async Task<Results<Ok<EnterpriseEntryView>, ProblemHttpResult>> Change(IEnterpriseEntryGrain entry, SaveEntry command) =>
        (await entry.Change(command)).ToHttp();

    private static async Task<Results<Ok<EnterpriseEntryView>, ProblemHttpResult>> Retire(
        IEnterpriseEntryGrain entry, RetireEntry command) =>
        (await entry.Retire(command)).ToHttp();
}
