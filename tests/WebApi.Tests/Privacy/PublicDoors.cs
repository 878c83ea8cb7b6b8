using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Suyuan.Common.Tests;
using Suyuan.Samples;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Privacy.Tests;

/// <summary>Every address that answers anybody, in both languages: those of the samples' codes, and whatever these lead to.</summary>
internal sealed partial class PublicDoors
{
    private const int MostBales = 40;
    private static readonly string[] Languages = ["zh-CN", "en"];

    private readonly HttpClient http;
    private readonly List<(string Door, string Path)> entries = [];

    private PublicDoors(HttpClient http) => this.http = http;

    public static async Task<PublicDoors> Find(SampleWorld world)
    {
        var doors = new PublicDoors(world.App.NewClient());
        doors.AddFixed();
        foreach (var enterprise in SampleEnterprise.All) await doors.AddCodes(enterprise, await world.Api(enterprise.Recorder));
        foreach (var gin in SampleAccounts.Gins) await doors.AddCotton(gin, await world.Api(SampleAccounts.Ginner(gin)));
        await doors.AddCatalogues();
        return doors;
    }

    public async Task<IReadOnlyList<PublicAnswer>> ReadAll()
    {
        var answers = new List<PublicAnswer>();
        foreach (var language in Languages)
        {
            var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<(string Door, string Path)>(entries));
            while (waiting.TryDequeue(out var next))
            {
                if (!seen.Add(next.Path)) continue;
                var answer = await Read(next.Door, next.Path, language);
                answers.Add(answer);
                foreach (var path in LinksOf(answer)) waiting.Enqueue((DoorOf(path), path));
            }
        }

        answers.AddRange(await ReadProblems());
        return answers;
    }

    private void AddFixed()
    {
        foreach (var path in (string[])["/q", "/q/scan.js", "/health/live", "/health/ready", "/scalar", "/problems", "/api/v1/regions", "/api/v1/districts"])
            entries.Add(($"GET {path}", path));
        entries.Add(("GET /q", "/q?code=12345"));
        entries.Add(("GET /openapi/{documentName}.json", "/openapi/v1.json"));
        entries.Add(("GET /scalar/{file}", "/scalar/start.js"));
        entries.Add(("GET /api/v1/districts/{district}", "/api/v1/districts/330110"));
        foreach (var code in (string[])["99999999999999999995", "not-a-code", "000000000000"]) AddCode(code);
        entries.Add(("GET /c/{card}", "/c/0000000000000"));
        entries.Add(("GET /b/{barcode}", "/b/0"));
        entries.Add(("none", "/no-such-page"));
        entries.Add(("none", "/api/v1/no-such-thing"));
        entries.Add(("none", "/api/v1/growers"));
    }

    private async Task AddCatalogues()
    {
        foreach (var problem in (await http.GetFromJsonAsync<JsonElement>("/problems")).EnumerateArray())
            entries.Add(("GET /problems/{**code}", $"/problems/{problem.GetProperty("code").GetString()}"));
    }

    private async Task AddCodes(SampleEnterprise enterprise, Api recorder)
    {
        var path = $"enterprises/{enterprise.CreditCode}";
        var gtins = new Dictionary<string, string>();
        foreach (var range in await recorder.List($"{path}/code-ranges", CancellationToken.None))
        {
            var (batch, start) = (range.GetProperty("batch").GetString()!, range.GetProperty("start").GetString()!);
            AddCode(start);
            AddCode(range.GetProperty("end").GetString()!);
            foreach (var gtin in enterprise.Filings.Select(filing => filing.Answers["gtin"]?.GetValue<string>()).OfType<string>())
            {
                entries.Add(("GET /01/{gtin}/10/{batch}/21/{code}", $"/01/0{gtin}/10/{batch}/21/{start}"));
                gtins[batch] = gtin;
            }
        }

        foreach (var run in await recorder.List($"{path}/code-allocations", CancellationToken.None)) AddCode(run.GetProperty("end").GetString()!);
    }

    private void AddCode(string code)
    {
        entries.Add(("GET /q/{code}", $"/q/{code}"));
        entries.Add(("GET /api/v1/lookups/{code}", $"/api/v1/lookups/{code}"));
    }

    private async Task AddCotton(string gin, Api ginner)
    {
        foreach (var card in await ginner.List($"gins/{gin}/trace-cards", CancellationToken.None))
            entries.Add(("GET /c/{card}", $"/c/{card.GetProperty("card").GetString()}"));
        var bales = await ginner.Get(string.Create(CultureInfo.InvariantCulture, $"gins/{gin}/bales?limit={MostBales}"), CancellationToken.None);
        foreach (var bale in bales.Body.GetProperty("items").EnumerateArray())
            entries.Add(("GET /b/{barcode}", $"/b/{bale.GetProperty("barcode").GetString()}"));
    }

    private async Task<PublicAnswer> Read(string door, string path, string language)
    {
        var answer = await http.SendAsync(HttpMethod.Get, path, null, ("Accept-Language", language), ("Accept", "text/html, */*"));
        return await Kept(door, path, language, answer);
    }

    private static async Task<PublicAnswer> Kept(string door, string path, string language, HttpResponseMessage answer) =>
        new(door, path, language, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsByteArrayAsync())
        {
            Headers = $"{answer.Headers}{answer.Content.Headers}",
        };

    /// <summary>What people who are not signed in may send, about somebody who is in the samples.</summary>
    private async Task<List<PublicAnswer>> ReadProblems()
    {
        var person = SampleRoster.Create()[0];
        var mobile = PersonNumbers.Mobile(SampleEnterprise.All[0].Serial);
        var answers = new List<PublicAnswer>();
        foreach (var (path, body) in new (string, object)[]
        {
            ("/api/v1/sessions", new { userName = SampleEnterprise.All[0].Administrator, password = "not-the-password" }),
            ("/api/v1/sessions/refresh", new { refreshToken = "none" }),
            ("/api/v1/registrations/codes", new { mobile = "12" }),
            ("/api/v1/registrations", new { mobile = person.Mobile, code = "000000", kind = "grower", idNumber = person.Number, name = "某某" }),
            ("/api/v1/gin-registrations", new { gin = SampleAccounts.Gins[0], userName = SampleAccounts.Ginner(SampleAccounts.Gins[0]), password = "x" }),
            ("/api/v1/enterprise-registrations", new { SampleEnterprise.All[0].CreditCode, name = "某某", district = "331082", mobile, code = "000000",
                userName = SampleEnterprise.All[0].Administrator, displayName = "某某", password = "not-the-password" }),
        })
        {
            foreach (var language in Languages)
                answers.Add(await Kept($"POST {path}", path, language, await http.SendAsync(HttpMethod.Post, path, body, ("Accept-Language", language))));
        }

        return answers;
    }

    private static IEnumerable<string> LinksOf(PublicAnswer answer)
    {
        if (answer is { Door: "GET /api/v1/lookups/{code}", Status: HttpStatusCode.OK }) return RecordsOf(JsonDocument.Parse(answer.Bytes).RootElement);
        if (answer.MediaType != "text/html") return [];
        var page = System.Text.Encoding.UTF8.GetString(answer.Bytes);
        var from = new Uri(new Uri("http://any.test" + answer.Path), Base().Match(page) is { Success: true } at ? at.Groups[1].Value : "");
        return Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            .Where(link => !link.StartsWith('#')).Select(link => new Uri(from, link))
            .Where(link => link.Host == from.Host).Select(link => link.PathAndQuery).Distinct();
    }

    /// <summary>Pages of records, which a page with room for everything does not lead to.</summary>
    private static IEnumerable<string> RecordsOf(JsonElement view) =>
        view.GetProperty("tabs").EnumerateArray().Select(tab => tab.GetProperty("item").GetString()).Prepend("basic")
            .Select(item => $"/q/{view.GetProperty("code").GetString()}/records/{item}");

    private static string DoorOf(string path) => path.Split('?')[0].Split('/') switch
    {
        ["", "q", _, "records", _] => "GET /q/{code}/records/{item}",
        ["", "q", _, "files", _] => "GET /q/{code}/files/{sha256}",
        ["", "q", "scan.js"] => "GET /q/scan.js",
        ["", "q", _] => "GET /q/{code}",
        ["", "c", _] => "GET /c/{card}",
        ["", "b", _] => "GET /b/{barcode}",
        ["", "scalar", _] => "GET /scalar/{file}",
        _ => $"GET {path}",
    };

    [GeneratedRegex("<base href=\"([^\"]+)\"")]
    private static partial Regex Base();

    [GeneratedRegex("(?<!<base )(?:href|src|poster)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
