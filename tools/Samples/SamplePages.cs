using System.Text.Json;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Samples;

/// <summary>Public pages of a sample card, a sample bale and a sample product.</summary>
internal static class SamplePages
{
    public static async Task<(string What, string Path)[]> Find(
        HttpClient http, DemoAccounts accounts, CancellationToken cancellationToken) =>
    [
        .. await OfProducts(http, accounts, cancellationToken),
        .. await OfCotton(http, accounts, cancellationToken),
    ];

    private static async Task<(string What, string Path)[]> OfProducts(
        HttpClient http, DemoAccounts accounts, CancellationToken cancellationToken)
    {
        var enterprise = SampleEnterprise.All[0];
        if (accounts.Find(enterprise.Recorder) is not { } account) return [];
        var recorder = await new Api(http).SignIn(account.UserName, account.Password, cancellationToken);
        var ranges = await recorder.Get($"enterprises/{enterprise.CreditCode}/code-ranges?limit=1", cancellationToken);
        return [.. ranges.Body.GetProperty("items").EnumerateArray().Select(range => ("Product page", $"q/{range.GetProperty("start")}"))];
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
