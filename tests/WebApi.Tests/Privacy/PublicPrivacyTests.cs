using System.Net;
using System.Text.Json;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Publishing;

namespace Suyuan.Privacy.Tests;

/// <summary>PB4: no personal data on any public answer, whatever is published of the samples.</summary>
[Collection(SampleWorldCollection.Name)]
public sealed class PublicPrivacyTests(SampleWorld world)
{
    // Written in the documents as examples of what such numbers look like; the first is the standard's own.
    private static readonly string[] Examples = ["11010519491231002X"];

    [Fact]
    public void Every_public_door_was_read_and_everything_was_published()
    {
        // HEAD answers as GET does, without a body.
        var read = world.AllPublished.Select(answer => answer.Door).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(PublicRoutes.Patterns.Where(pattern => !pattern.StartsWith("HEAD", StringComparison.Ordinal)).Except(read));
        Assert.True(world.AllPublished.Count(answer => answer.Status == HttpStatusCode.OK) > 200);
        var items = Lookups().SelectMany(view => view.GetProperty("tabs").EnumerateArray()).Select(tab => tab.GetProperty("item").GetString()!).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "filing-enterprise", "filing-product", "profile", "zones", "products", "inputs", "maintenance", "sanitation", "health-check", "training",
                "test-report", "sensors", "batch", "grafting", "transport", "sale", "plucking", "drying",
            },
            items);
    }

    [Fact]
    public void No_personal_value_of_the_samples_is_on_any_public_answer_PB4()
    {
        var search = new PersonalSearch(PersonalValues.All);
        var findings = world.AsLoaded.Concat(world.AllPublished)
            .SelectMany(answer => search.Find(answer.Text).Select(value => $"{answer.Path} ({answer.Language}): {value}")).Distinct().ToList();

        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(40)));
    }

    [Fact]
    public void Nothing_on_any_public_answer_looks_like_a_number_of_a_person_or_a_finding_of_health_PB4()
    {
        var findings = world.AsLoaded.Concat(world.AllPublished).Where(answer => answer.IsText)
            .SelectMany(answer => PersonalSearch.FindPatterns(answer.Text, Examples).Select(found => $"{answer.Path} ({answer.Language}): {found}"))
            .Distinct().ToList();

        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(40)));
    }

    [Fact]
    public void No_field_that_a_form_calls_secret_is_on_any_answer_to_a_look_up_PB4()
    {
        var forms = FormCatalogue.Load();
        foreach (var tab in Lookups().SelectMany(view => view.GetProperty("tabs").EnumerateArray()))
        {
            var item = tab.GetProperty("item").GetString()!;
            var form = forms.Find(item switch
            {
                "profile" => "enterprise-profile", "zones" => "production-zone", "products" => "product",
                "filing-enterprise" or "filing-product" or "filing-supply-capacity" or "filing-production-capacity" => item[7..] + "-filing",
                _ => item,
            });
            var secret = form?.Fields.Where(field => field.Privacy is FieldPrivacy.Secret).Select(field => field.Key).ToHashSet() ?? [];
            var shown = tab.GetProperty("records").EnumerateArray().SelectMany(record => record.GetProperty("sections").EnumerateArray())
                .SelectMany(section => section.GetProperty("fields").EnumerateArray()).Select(field => field.GetProperty("key").GetString()!);
            Assert.True(!shown.Any(secret.Contains), $"{item}: {string.Join(", ", shown.Where(secret.Contains).Distinct())}");
        }
    }

    [Theory]
    [InlineData("王柏林", "王*")]
    [InlineData("徐丽", "徐*")]
    [InlineData("沈建明", "沈*")]
    [InlineData("俞芳", "俞*")]
    [InlineData("罗广平", "罗*")]
    [InlineData("浙J0P218", "浙*")]
    public void Whoever_did_the_work_is_shown_by_the_first_character_PB4(string name, string masked)
    {
        var pages = world.AllPublished.Where(answer => answer.Door == "GET /q/{code}" || answer.Door.Contains("/records/", StringComparison.Ordinal))
            .Select(answer => answer.Text).ToList();

        Assert.Contains(pages, page => page.Contains(masked, StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => page.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Enterprises_and_the_phones_that_they_give_to_the_public_are_shown_whole()
    {
        var pages = string.Concat(world.AllPublished.Where(answer => answer.Door == "GET /q/{code}").Select(answer => answer.Text));

        foreach (var open in (string[])["临海涌泉示范柑橘专业合作社", "0576-85381218", "杭州径山示范茶业有限公司", "湖州南浔示范稻米家庭农场", "全部 2 名员工持有效健康证明"])
            Assert.Contains(open, pages, StringComparison.Ordinal);
        // The farm is its owner's home: of its address no more than the district (2.11).
        Assert.DoesNotContain("菱湖镇射中村", pages, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_given_to_consumers_without_their_names_PB4()
    {
        var files = world.AllPublished.Where(answer => answer.Door == "GET /q/{code}/files/{sha256}").ToList();

        Assert.True(files.Count >= 6);
        Assert.All(files, file => Assert.Contains($"filename={file.Path.Split('/')[^1]}", file.Headers.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private IEnumerable<JsonElement> Lookups() => world.AllPublished
        .Where(answer => answer is { Door: "GET /api/v1/lookups/{code}", Status: HttpStatusCode.OK })
        .Select(answer => JsonDocument.Parse(answer.Bytes).RootElement);
}
