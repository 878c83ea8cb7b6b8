using Suyuan.Batches.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.GinLines.Tests;
using Suyuan.Publishing.Tests;
using Suyuan.SiteRecords.Tests;
using static Suyuan.Access.Tests.AccessLine;

namespace Suyuan.Access.Tests;

/// <summary>
/// One line for each route of the API: called with a token of another organization, in every role that the route allows. A route
/// without a line fails AccessTests, which says what to write here.
/// </summary>
internal static class AccessTable
{
    /// <summary>Routes on which there is nothing of another organization, and why. This list may only shrink.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exempt = new Dictionary<string, string>
    {
        ["GET /api/v1/me"] = "tells the caller about the caller",
        ["PUT /api/v1/me/password"] = "changes the caller's own password, which it asks for",
        ["DELETE /api/v1/sessions/current"] = "ends the caller's own session",
        ["PUT /api/v1/sessions/current/role"] = "the caller's own session, among the roles that the account holds",
        ["GET /api/v1/seasons/{season}"] = "the season's policy is for everybody",
        ["GET /api/v1/seasons/{season}/history"] = "as the policy itself",
        ["GET /api/v1/code-layouts"] = "how codes are laid out is the same for everybody, as the forms are",
        ["GET /api/v1/forms"] = "what is asked is the same for everybody; the answers are not here",
        ["GET /api/v1/forms/{form}"] = "as the list of forms",
        ["POST /api/v1/forms/{form}/checks"] = "the caller's own answers; what they name of others is unknown, as FormApiTests shows",
        ["POST /api/v1/sensor-readings"] = "a sensor speaks of itself alone, its key says which",
    };

    public static readonly IReadOnlyList<AccessLine> Lines =
    [
        // Accounts
        ShowsNothing("GET /api/v1/accounts", "?limit=200"),
        // Not found to a regiment, forbidden to an enterprise, which makes no companies.
        Refuses("POST /api/v1/accounts", "common/", world => new
        {
            userName = "stranger-made", displayName = "x", password = "a-long-enough-password",
            roles = new[] { new { role = "company", scope = world.Company } },
        }),
        Refuses("POST /api/v1/accounts/imports", "table/rows-refused", world => $"连队编码,连队名称\n{world.Company},x\n", file: true),
        Refuses("PUT /api/v1/accounts/{userName}/one-time-password", "common/not-found", _ => new { }),
        NotThere("PUT /api/v1/gins/{gin}/verifier", _ => new { password = "another-long-password" }),

        // Attachments
        Refuses("POST /api/v1/attachments", "attachment/damaged", _ => "%PDF-1.7 and nothing else", file: true),
        NotThere("GET /api/v1/attachments/{sha256}"),

        // Bales
        NotThere("GET /api/v1/bales/{barcode}"),
        ShowsNothing("GET /api/v1/gins/{gin}/bales"),

        // Batches
        NotThere("POST /api/v1/enterprises/{usci}/batches", world => new { productFiling = world.ProductFiling, zone = world.Zone, answers = GivenBatch.Answers() }),
        NotThere("GET /api/v1/enterprises/{usci}/batches"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/history"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/public-view"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/editability"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/dossier"),
        NotThere("POST /api/v1/enterprises/{usci}/batches/{batch}/declarations", _ => new { quantity = 1, unit = "kg" }),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/declaration"),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}", world => new { zone = world.Zone, answers = GivenBatch.Answers() }, revision: 1),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/stages/{stage}", _ => new { }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/stages/{stage}"),
        NotThere("POST /api/v1/enterprises/{usci}/batches/{batch}/records", _ => new { stage = "pruning", answers = GivenBatch.Pruning() }),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/records"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/records/{id}"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/records/{id}/history"),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/records/{id}", _ => new { answers = GivenBatch.Plucking(2) }, revision: 1),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/records/{id}/submission", _ => new { }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/records/{id}", query: "?reason=录错"),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/completion", _ => new { }),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/reopening", _ => new { reason = "补录" }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}"),

        // Collector files
        NotThere("POST /api/v1/gins/{gin}/card-files", _ => new { line = 1 }),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/file-keys", _ => new { }),
        NotThere("GET /api/v1/gins/{gin}/lines/{line:int}/files"),
        Refuses("POST /api/v1/gins/{gin}/lines/{line:int}/uploads", "common/not-found", _ => "no collection file", file: true),
        NotThere("GET /api/v1/gins/{gin}/lines/{line:int}/uploads/{upload}/report"),

        // Histories
        NotThere("GET /api/v1/trace-units/{id}/history"),
        NotThere("GET /api/v1/gins/{gin}/weigh-tickets/{ticket}/history"),
        NotThere("GET /api/v1/gins/{gin}/trace-cards/{card}/history"),
        NotThere("GET /api/v1/growers/{id}/history"),
        NotThere("GET /api/v1/gins/{gin}/lines/{line:int}/messages"),

        // Changes
        ShowsNothing("GET /api/v1/changes", "?limit=200"),

        // Enterprises
        NotThere("GET /api/v1/enterprises/{usci}"),
        NotThere("GET /api/v1/enterprises/{usci}/standing"),
        NotThere("GET /api/v1/enterprises/{usci}/history"),
        NotThere("GET /api/v1/enterprises/{usci}/profile"),
        NotThere("PUT /api/v1/enterprises/{usci}/profile", _ => new { answers = GivenProducer.ProfileAnswers() }, revision: 1),
        NotThere("POST /api/v1/enterprises/{usci}/zones", _ => new { answers = GivenProducer.ZoneAnswers("一") }),
        NotThere("GET /api/v1/enterprises/{usci}/zones"),
        NotThere("GET /api/v1/enterprises/{usci}/zones/{id}"),
        NotThere("GET /api/v1/enterprises/{usci}/zones/{id}/history"),
        NotThere("PUT /api/v1/enterprises/{usci}/zones/{id}", _ => new { answers = GivenProducer.ZoneAnswers("一") }, revision: 1),
        NotThere("DELETE /api/v1/enterprises/{usci}/zones/{id}"),
        NotThere("POST /api/v1/enterprises/{usci}/plots", world => new { zone = world.Zone, answers = GivenProducer.PlotAnswers("一") }),
        NotThere("GET /api/v1/enterprises/{usci}/plots"),
        NotThere("GET /api/v1/enterprises/{usci}/plots/{id}"),
        NotThere("GET /api/v1/enterprises/{usci}/plots/{id}/history"),
        NotThere("PUT /api/v1/enterprises/{usci}/plots/{id}", world => new { zone = world.Zone, answers = GivenProducer.PlotAnswers("一") }, revision: 1),
        NotThere("DELETE /api/v1/enterprises/{usci}/plots/{id}"),
        NotThere("POST /api/v1/enterprises/{usci}/products", _ => new { answers = new { productName = "一" } }),
        NotThere("GET /api/v1/enterprises/{usci}/products"),
        NotThere("GET /api/v1/enterprises/{usci}/products/{id}"),
        NotThere("GET /api/v1/enterprises/{usci}/products/{id}/history"),
        NotThere("PUT /api/v1/enterprises/{usci}/products/{id}", _ => new { answers = new { productName = "一" } }, revision: 1),
        NotThere("DELETE /api/v1/enterprises/{usci}/products/{id}"),

        // Filings
        MakesOwn("POST /api/v1/filings", _ => new { kind = "supplyCapacity" }),
        ShowsNothing("GET /api/v1/filings"),
        ShowsNothing("GET /api/v1/filings/work-list"),
        NotThere("GET /api/v1/filings/{id}"),
        NotThere("PUT /api/v1/filings/{id}", _ => new { answers = new { } }, revision: 1),
        NotThere("DELETE /api/v1/filings/{id}"),
        NotThere("PUT /api/v1/filings/{id}/submission", _ => new { }),
        NotThere("DELETE /api/v1/filings/{id}/submission"),
        NotThere("PUT /api/v1/filings/{id}/return", _ => new { opinion = "请补充" }),
        NotThere("PUT /api/v1/filings/{id}/issuance", _ => new { }),
        NotThere("PUT /api/v1/filings/{id}/revocation", _ => new { reason = "违规" }),
        NotThere("GET /api/v1/filings/{id}/editability"),
        NotThere("GET /api/v1/filings/{id}/certificate"),
        NotThere("GET /api/v1/filings/{id}/history"),
        NotThere("POST /api/v1/filings/{id}/amendment", _ => new { }),
        NotThere("PUT /api/v1/filings/{id}/amendment", _ => new { answers = new { } }, revision: 1),
        NotThere("DELETE /api/v1/filings/{id}/amendment"),
        NotThere("PUT /api/v1/filings/{id}/amendment/submission", _ => new { }),
        NotThere("DELETE /api/v1/filings/{id}/amendment/submission"),
        NotThere("PUT /api/v1/filings/{id}/amendment/return", _ => new { opinion = "请补充" }),
        NotThere("PUT /api/v1/filings/{id}/amendment/issuance", _ => new { }),

        // Gin lines
        NotThere("GET /api/v1/gins/{gin}/lines"),
        NotThere("PUT /api/v1/gins/{gin}/lines/{line:int}", _ => new { model = "VI" }),
        NotThere("GET /api/v1/gins/{gin}/lines/{line:int}"),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/device-keys", _ => new { }),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/scans", world => new { card = world.Card, sequence = 1 }),
        NotThere("GET /api/v1/gins/{gin}/lines/{line:int}/scannability", query: "?card={card}"),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/bales", world => new
        {
            barcode = world.Barcode, grossKg = 226, regainPct = 8.5, pressedAt = DateTimeOffset.UtcNow, sequence = 2,
        }),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/finishes", _ => new { sequence = 3 }),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/stream", _ => "{\"kind\":\"finish\",\"sequence\":5}\n"),
        NotThere("GET /api/v1/gins/{gin}/lines/{line:int}/events"),
        NotThere("GET /api/v1/gins/{gin}/events"),
        NotThere("POST /api/v1/gins/{gin}/lines/{line:int}/reopens", world => new { card = world.Card, sequence = 4 }),

        // Growers
        ShowsNothing("GET /api/v1/growers"),
        NotThere("GET /api/v1/growers/{id}"),
        NotThere("GET /api/v1/growers/{id}/overview"),
        NotThere("GET /api/v1/growers/{id}/weigh-tickets"),
        NotThere("GET /api/v1/growers/{id}/trace-cards"),
        NotThere("GET /api/v1/growers/{id}/bales"),
        Refuses("POST /api/v1/growers/imports", "table/rows-refused", GrowerFile, file: true),

        // Identity codes
        NotThere("POST /api/v1/enterprises/{usci}/code-allocations", _ => new { start = "70000001", end = "70000009", layout = "plain" }),
        NotThere("GET /api/v1/enterprises/{usci}/code-allocations"),
        NotThere("GET /api/v1/enterprises/{usci}/code-allocations/{id}"),
        NotThere("GET /api/v1/enterprises/{usci}/code-allocations/{id}/report"),
        NotThere("GET /api/v1/enterprises/{usci}/code-allocations/{id}/stretches"),
        NotThere("GET /api/v1/enterprises/{usci}/code-allocations/{id}/labels"),
        NotThere("GET /api/v1/enterprises/{usci}/code-allocations/{id}/history"),
        NotThere("GET /api/v1/enterprises/{usci}/code-ranges"),
        NotThere("POST /api/v1/enterprises/{usci}/batches/{batch}/code-ranges", world => new { start = world.Code, end = world.Code }),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/code-ranges"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/code-ranges/{id}"),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/code-ranges/{id}"),
        NotThere("POST /api/v1/enterprises/{usci}/batches/{batch}/code-ranges/{id}/freezes", world => new
        {
            start = world.Code, end = world.Code, reason = "召回",
        }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/code-ranges/{id}/freezes/{number:int}", query: "?reason=查明"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/code-ranges/{id}/history"),
        NotThere("GET /api/v1/identity-codes/{code}"),

        // Inputs
        NotThere("POST /api/v1/enterprises/{usci}/inputs", _ => new { form = "input-fertilizer", answers = GivenSite.Fertilizer() }),
        NotThere("GET /api/v1/enterprises/{usci}/inputs"),
        NotThere("GET /api/v1/enterprises/{usci}/inputs/{id}"),
        NotThere("PUT /api/v1/enterprises/{usci}/inputs/{id}", _ => new { answers = GivenSite.Fertilizer() }, revision: 1),
        NotThere("PUT /api/v1/enterprises/{usci}/inputs/{id}/retirement", _ => new { reason = "停用" }),
        NotThere("DELETE /api/v1/enterprises/{usci}/inputs/{id}/retirement"),
        NotThere("GET /api/v1/enterprises/{usci}/inputs/{id}/history"),
        NotThere("GET /api/v1/enterprises/{usci}/input-stock"),
        NotThere("GET /api/v1/enterprises/{usci}/input-uses"),
        NotThere("POST /api/v1/enterprises/{usci}/input-lots", world => new { item = world.Input, answers = GivenSite.Purchase(1) }),
        NotThere("GET /api/v1/enterprises/{usci}/input-lots"),
        NotThere("GET /api/v1/enterprises/{usci}/input-lots/{id}"),
        NotThere("PUT /api/v1/enterprises/{usci}/input-lots/{id}", _ => new { answers = GivenSite.Purchase(9) }, revision: 1),
        NotThere("PUT /api/v1/enterprises/{usci}/input-lots/{id}/retirement", _ => new { reason = "停用" }),
        NotThere("DELETE /api/v1/enterprises/{usci}/input-lots/{id}/retirement"),
        NotThere("GET /api/v1/enterprises/{usci}/input-lots/{id}/history"),

        // Interchange
        NotThere("GET /api/v1/epcis/events", query: "?card={card}"),
        NotThere("GET /api/v1/traces/{id}"),
        NotThere("GET /api/v1/enterprises/{usci}/input-lots/{id}/recall-drill"),
        NotThere("GET /api/v1/enterprises/{usci}/input-lots/{id}/recall-drill/code-ranges"),

        // Jobs
        ShowsNothing("GET /api/v1/jobs"),
        NotThere("GET /api/v1/jobs/{job}"),
        NotThere("GET /api/v1/jobs/{job}/errors"),
        NotThere("GET /api/v1/jobs/{job}/events"),

        // Publishing
        NotThere("GET /api/v1/enterprises/{usci}/public-profiles"),
        NotThere("GET /api/v1/enterprises/{usci}/public-profiles/{product}"),
        NotThere("PUT /api/v1/enterprises/{usci}/public-profiles/{product}", _ => new { answers = GivenPublication.ProfileAnswers() }, revision: 0),
        NotThere("GET /api/v1/enterprises/{usci}/public-profiles/{product}/history"),
        NotThere("GET /api/v1/enterprises/{usci}/publication/pending"),
        NotThere("GET /api/v1/enterprises/{usci}/publication/published"),
        NotThere("GET /api/v1/enterprises/{usci}/publication"),
        NotThere("PUT /api/v1/enterprises/{usci}/publication/items", _ => new { items = new[] { "zones" } }),
        NotThere("DELETE /api/v1/enterprises/{usci}/publication/items", query: "?item=zones"),
        NotThere("PUT /api/v1/enterprises/{usci}/publication/items/{item}", _ => new { }),
        NotThere("DELETE /api/v1/enterprises/{usci}/publication/items/{item}"),
        NotThere("PUT /api/v1/enterprises/{usci}/publication/items/{item}/closure", _ => new { reason = "记录不实" }),
        NotThere("DELETE /api/v1/enterprises/{usci}/publication/items/{item}/closure"),
        NotThere("GET /api/v1/enterprises/{usci}/publication/history"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/publication"),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/publication/items", _ => new { items = new[] { "batch" } }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/publication/items", query: "?item=batch"),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/publication/items/{item}", _ => new { }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/publication/items/{item}"),
        NotThere("PUT /api/v1/enterprises/{usci}/batches/{batch}/publication/items/{item}/closure", _ => new { reason = "记录不实" }),
        NotThere("DELETE /api/v1/enterprises/{usci}/batches/{batch}/publication/items/{item}/closure"),
        NotThere("GET /api/v1/enterprises/{usci}/batches/{batch}/publication/history"),

        // Regions
        NotThere("GET /api/v1/regions/{region}/weigh-tickets"),
        NotThere("GET /api/v1/regions/{region}/trace-cards"),
        NotThere("GET /api/v1/regions/{region}/bales"),

        // Site records
        NotThere("POST /api/v1/enterprises/{usci}/site-records", _ => new { form = "sanitation", answers = GivenSite.Sanitation() }),
        NotThere("GET /api/v1/enterprises/{usci}/site-records"),
        NotThere("GET /api/v1/enterprises/{usci}/site-records/{id}"),
        NotThere("PUT /api/v1/enterprises/{usci}/site-records/{id}", world => new { answers = GivenSite.Use((world.InputLot, 2)) }, revision: 1),
        NotThere("PUT /api/v1/enterprises/{usci}/site-records/{id}/submission", _ => new { }),
        NotThere("DELETE /api/v1/enterprises/{usci}/site-records/{id}", query: "?reason=录错"),
        NotThere("GET /api/v1/enterprises/{usci}/site-records/{id}/history"),
        NotThere("GET /api/v1/enterprises/{usci}/staff-health"),

        // Sensors
        NotThere("POST /api/v1/enterprises/{usci}/sensors", _ => Sensor),
        NotThere("GET /api/v1/enterprises/{usci}/sensors"),
        NotThere("GET /api/v1/enterprises/{usci}/sensors/{id}"),
        NotThere("PUT /api/v1/enterprises/{usci}/sensors/{id}", _ => Sensor, revision: 1),
        NotThere("POST /api/v1/enterprises/{usci}/sensors/{id}/device-keys", _ => new { }),
        NotThere("GET /api/v1/enterprises/{usci}/sensors/{id}/readings"),
        NotThere("GET /api/v1/enterprises/{usci}/sensors/{id}/charts"),
        NotThere("GET /api/v1/enterprises/{usci}/sensors/{id}/history"),
        NotThere("PUT /api/v1/enterprises/{usci}/sensors/{id}/retirement", _ => new { }),

        // Statistics
        NotThere("GET /api/v1/statistics/quality", query: "?season={season}&unit={unit}"),
        NotThere("GET /api/v1/statistics/premium-cotton", query: "?season={season}&unit={unit}"),
        NotThere("GET /api/v1/statistics/premium-cotton/units", query: "?season={season}&region={region}"),

        // Trace cards
        NotThere("POST /api/v1/gins/{gin}/trace-cards", world => new { printId = "stranger", ticket = world.Ticket, moduleType = "round" }),
        NotThere("GET /api/v1/gins/{gin}/trace-cards"),
        NotThere("GET /api/v1/gins/{gin}/trace-cards/{card}"),
        NotThere("GET /api/v1/gins/{gin}/trace-cards/{card}/labels"),
        NotThere("POST /api/v1/gins/{gin}/trace-cards/{card}/reprints", _ => new { quantity = 1, reason = "丢失" }),
        NotThere("GET /api/v1/gins/{gin}/trace-cards/{card}/reprintability"),
        NotThere("GET /api/v1/gins/{gin}/trace-cards/{card}/voidability"),
        NotThere("PUT /api/v1/gins/{gin}/trace-cards/{card}/chips", _ => new { chips = new[] { "E2801160600002054E4B1A2C" } }),
        NotThere("DELETE /api/v1/gins/{gin}/trace-cards/{card}"),

        // Trace units
        Refuses("POST /api/v1/trace-units", "trace-unit/", world => new
        {
            season = GivenGin.Season, formation = "free", name = "外人", region = world.Company,
            members = new[] { new { grower = world.Grower, plots = new[] { world.Plot } } },
        }),
        ShowsNothing("GET /api/v1/trace-units"),
        ShowsNothing("GET /api/v1/trace-units/candidates", "?season={season}"),
        NotThere("GET /api/v1/trace-units/{id}"),
        NotThere("GET /api/v1/trace-units/{id}/weigh-tickets"),
        NotThere("GET /api/v1/trace-units/{id}/trace-cards"),
        NotThere("GET /api/v1/trace-units/{id}/bales"),
        NotThere("PUT /api/v1/trace-units/{id}", world => new
        {
            name = "外人", members = new[] { new { grower = world.Grower, plots = new[] { world.Plot } } },
        }, revision: 1),
        NotThere("DELETE /api/v1/trace-units/{id}"),
        NotThere("PUT /api/v1/trace-units/{id}/approval", _ => new { }),
        NotThere("DELETE /api/v1/trace-units/{id}/approval"),
        NotThere("PUT /api/v1/trace-units/{id}/rejection", _ => new { reason = "不合格" }),
        NotThere("GET /api/v1/trace-units/{id}/editability"),

        // Weigh tickets
        NotThere("PUT /api/v1/gins/{gin}/weigh-tickets/{ticket}", world => new
        {
            idNumber = world.IdNumber, plots = new[] { world.Plot }, grossKg = 9_000, grossAt = DateTimeOffset.UtcNow.AddMinutes(-5),
        }),
        NotThere("GET /api/v1/gins/{gin}/weigh-tickets/{ticket}"),
        NotThere("GET /api/v1/gins/{gin}/weigh-tickets"),
        NotThere("DELETE /api/v1/gins/{gin}/weigh-tickets/{ticket}"),
        NotThere("DELETE /api/v1/gins/{gin}/weigh-tickets/{ticket}/withdrawal"),
        NotThere("PUT /api/v1/gins/{gin}/weigh-tickets/{ticket}/waiver", _ => new { reason = "断网" }),
        NotThere("GET /api/v1/gins/{gin}/weigh-tickets/{ticket}/printability"),
        NotThere("GET /api/v1/gins/{gin}/growers/{idNumber}/deliveries"),
    ];

    private static object Sensor => new { name = "外人", quantities = new[] { new { quantity = "rain" } } };

    private static string GrowerFile(AccessWorld world) =>
        "身份证号或信用代码,姓名,手机号,连队编码,年度,地块编码,地块名称,面积(亩),品种,土地性质\n"
        + $"{world.IdNumber},种植,13900000001,{world.Company},{GivenGin.Season},{world.Plot},地块,600,新陆早50号,身份地\n";
}
