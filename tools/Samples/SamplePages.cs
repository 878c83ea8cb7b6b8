using System.Text.Json;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Samples;

/// <summary>Public pages of a sample card, a sample bale and a sample product.</summary>
internal static class SamplePages
{
    private static readonly string[] Kinds = ["Product page", "Basic only", "Recalled"];

    public static async Task<(string What, string Path)[]> Find(
        HttpClient http, DemoAccounts accounts, CancellationToken cancellationToken) =>
    [
        .. await OfProducts(http, accounts, cancellationToken),
        .. await OfCotton(http, accounts, cancellationToken),
    ];

    private static async Task<(string What, string Path)[]> OfProducts(
        HttpClient http, DemoAccounts accounts, CancellationToken cancellationToken)
    {
        var pages = new List<(string What, string Path)>();
        foreach (var enterprise in SampleEnterprise.All)
        {
            if (accounts.Find(enterprise.Recorder) is not { } account) continue;
            var recorder = await new Api(http).SignIn(account.UserName, account.Password, cancellationToken);
            foreach (var item in await recorder.List($"enterprises/{enterprise.CreditCode}/code-ranges", cancellationToken))
                pages.AddRange(await OfRange(recorder, $"enterprises/{enterprise.CreditCode}", item, cancellationToken));
        }

        // One of each kind, as the manual tells of them: published, its basic information alone, recalled.
        return [.. pages.DistinctBy(page => page.What).OrderBy(page => Array.IndexOf(Kinds, page.What))];
    }

    private static async Task<IEnumerable<(string What, string Path)>> OfRange(
        Api recorder, string enterprise, JsonElement item, CancellationToken cancellationToken)
    {
        var batch = $"{enterprise}/batches/{item.GetProperty("batch")}";
        var range = await recorder.Get($"{batch}/code-ranges/{item.GetProperty("id")}", cancellationToken);
        var publication = await recorder.Get($"{batch}/publication", cancellationToken);
        var published = publication.Body.GetProperty("items").EnumerateArray().Any(one => one.TryGetProperty("published", out _));
        var recalled = range.Body.GetProperty("freezes").EnumerateArray().Select(freeze => (Kinds[2], $"q/{freeze.GetProperty("start")}"));
        return recalled.Append((Kinds[published ? 0 : 1], $"q/{range.Text("start")}"));
    }

    private static async Task<(string What, string Path)[]> OfCotton(
        HttpClient http, DemoAccounts accounts, CancellationToken cancellationToken)
    {
        var gin = SampleAccounts.Gins[0];
        var ginner = await new Api(http).SignIn(
            SampleAccounts.Ginner(gin), accounts[SampleAccounts.Ginner(gin)].Password, cancellationToken);
        var bales = await ginner.Get($"gins/{gin}/bales?limit=50", cancellationToken);
        var traced = bales.Body.GetProperty("items").EnumerateArray().FirstOrDefault(bale => bale.TryGetProperty("card", out _));
        return traced.ValueKind != JsonValueKind.Object
            ? []
            : [("Card page", $"c/{traced.GetProperty("card")}"), ("Bale page", $"b/{traced.GetProperty("barcode")}")];
    }
}
