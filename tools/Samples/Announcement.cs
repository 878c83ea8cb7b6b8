using System.Net;

namespace Suyuan.Samples;

/// <summary>Tells where the product is: only addresses that answer.</summary>
internal static class Announcement
{
    public static async Task Tell(HttpClient http, DemoAccounts? accounts, string data, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"Suyuan 溯源 is ready: {http.BaseAddress}");
        foreach (var (what, path) in new[] { ("Portal", "portal"), ("API reference", "scalar"), ("OpenAPI", "openapi/v1.json") })
        {
            if (await Answers(http, path, cancellationToken)) Console.WriteLine($"  {what,-14} {http.BaseAddress}{path}");
        }

        if (accounts is null) return;
        foreach (var (what, path) in await SamplePages.Find(http, accounts, cancellationToken))
        {
            if (await Answers(http, path, cancellationToken)) Console.WriteLine($"  {what,-14} {http.BaseAddress}{path}");
        }

        Console.WriteLine();
        Console.WriteLine($"Demo accounts (also in {Path.Combine(data, "demo-accounts.json")}):");
        foreach (var account in accounts.All)
            Console.WriteLine(
                $"  {account.UserName,-18} {account.Password,-20} {string.Join(", ", account.Roles),-24} "
                + $"{account.Organisation}，{account.Note}");
    }

    private static async Task<bool> Answers(HttpClient http, string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(
            new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
