using System.Text.Json;

namespace Suyuan.Samples;

/// <summary>Public pages of a sample card and a sample bale.</summary>
internal static class SamplePages
{
    public static async Task<(string What, string Path)[]> Find(HttpClient http, DemoAccounts accounts, CancellationToken cancellationToken)
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
