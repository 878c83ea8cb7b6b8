using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Suyuan.Common.Tests;
using Suyuan.Samples;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Privacy.Tests;

/// <summary>SC2: staff and partners read numbers of people masked, in every answer, export, document and history; logs and disks never.</summary>
[Collection(SampleWorldCollection.Name)]
public sealed class StaffPrivacyTests(SampleWorld world)
{
    private static readonly PersonalSearch Numbers = new(PersonalValues.Numbers);

    [Theory]
    [InlineData("enterprise-admin")]
    [InlineData("tea-recorder")]
    [InlineData(SampleAccounts.ProductRegulator)]
    [InlineData(SampleAccounts.Platform)]
    [InlineData("08-143")]
    [InlineData("qts65001")]
    [InlineData(SampleAccounts.GrowerAccount)]
    public async Task No_number_of_a_person_is_in_any_answer_or_export_to_staff_SC2(string userName)
    {
        var http = await world.As(userName);
        var document = await (await world.App.Anonymous.GetAsync("/openapi/v1.json")).Read();
        var doors = new StaffDoors(http, document, await Known());

        var answers = await doors.ReadAll();

        Assert.True(answers.Count > 20, $"{answers.Count} answers");
        var findings = answers.SelectMany(answer => Numbers.Find(answer.Text).Select(value => $"{answer.Path}: {value}")).ToList();
        Assert.True(findings.Count == 0, $"{userName}\n{string.Join('\n', findings.Take(40))}");
    }

    private async Task<Dictionary<string, string[]>> Known()
    {
        var enterprise = SampleEnterprise.All[0];
        var recorder = await world.Api(enterprise.Recorder);
        var ranges = await recorder.List($"enterprises/{enterprise.CreditCode}/code-ranges", CancellationToken.None);
        var lots = await recorder.List($"enterprises/{enterprise.CreditCode}/input-lots", CancellationToken.None);
        var batch = ranges[0].GetProperty("batch").GetString()!;
        var ginner = await world.Api(SampleAccounts.Ginner(SampleAccounts.Gins[0]));
        var bales = await ginner.Get($"gins/{SampleAccounts.Gins[0]}/bales?limit=200", CancellationToken.None);
        var traced = bales.Body.GetProperty("items").EnumerateArray().First(bale => bale.TryGetProperty("card", out _));
        var (card, bale) = (traced.GetProperty("card").GetString()!, traced.GetProperty("barcode").GetString()!);
        return new()
        {
            ["usci"] = [.. SampleEnterprise.All.Select(one => one.CreditCode)],
            ["gin"] = SampleAccounts.Gins,
            ["season"] = [$"{world.Loading.Season}"],
            ["barcode"] = [bale],
            ["card"] = [card],
            ["idNumber"] = [SampleRoster.Create()[0].Number],
            ["identity-codes/code"] = [ranges[0].GetProperty("start").GetString()!],
            ["lookups/code"] = [ranges[0].GetProperty("start").GetString()!],
            ["traces/id"] = [
                ranges[0].GetProperty("start").GetString()!, $"{enterprise.CreditCode}-{batch}", $"{enterprise.CreditCode}-{lots[0].GetProperty("id")}",
                card, bale,
            ],
            ["attachments/sha256"] = [],
            ["region"] = ["08-143"],
        };
    }

    [Fact]
    public async Task No_number_of_a_person_is_in_what_partners_are_given_IX1_IX2()
    {
        var platform = await world.As(SampleAccounts.Platform);
        var answers = new List<(string Path, string Text)>();
        foreach (var enterprise in SampleEnterprise.All)
        {
            var recorder = await world.As(enterprise.Recorder);
            var batches = await (await recorder.GetAsync($"/api/v1/enterprises/{enterprise.CreditCode}/batches")).Read();
            foreach (var number in batches.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()))
                answers.Add(await Read(recorder, $"/api/v1/epcis/events?enterprise={enterprise.CreditCode}&batch={number}"));
        }

        var known = await Known();
        answers.Add(await Read(platform, $"/api/v1/epcis/events?card={known["card"][0]}"));
        answers.Add(await Read(platform, $"/api/v1/epcis/events?bale={known["barcode"][0]}"));
        foreach (var id in known["traces/id"]) answers.Add(await Read(platform, $"/api/v1/traces/{id}"));

        var people = new PersonalSearch([.. PersonalValues.All.Where(value => value.Kind is not PersonalKind.Name and not PersonalKind.Phone)]);
        // A waybill goes with the goods to whoever receives them.
        var findings = answers.SelectMany(answer => people.Find(answer.Text).Where(value => value.Source != "transport.waybillNo")
            .Select(value => $"{answer.Path}: {value}")).ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(40)));
        Assert.All(answers, answer => Assert.Empty(PersonalSearch.FindPatterns(answer.Text)));
    }

    private static async Task<(string Path, string Text)> Read(HttpClient http, string path)
    {
        var answer = await http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return (path, text);
    }

    [Fact]
    public void No_number_of_a_person_is_in_the_log_SC2()
    {
        Assert.NotEmpty(world.Log.Lines);
        // Scopes name the path of the request, and that of one route holds an ID number: they are not written, and had better not be.
        var options = world.App.Services;
        var scopesAreWritten = options.GetRequiredService<IOptionsMonitor<SimpleConsoleFormatterOptions>>().CurrentValue.IncludeScopes
            || options.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue.IncludeScopes;
        var lines = scopesAreWritten ? world.Log.Lines.Concat(world.Log.Scopes) : world.Log.Lines;
        var findings = lines.SelectMany(line => Numbers.Find(line).Select(value => $"{value}: {line.Split(' ')[1]}")).Distinct().ToList();
        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(40)));
    }
}
