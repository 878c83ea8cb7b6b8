using System.Text.Json;

namespace Suyuan.Browser.Tests;

/// <summary>Every public page under axe, which knows the rules of WCAG; by day and by night.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class PageAccessTests(ConsumerWorld world)
{
    // Rules that axe leaves out unless asked for stay out, but for the size of targets.
    private const string Check = """
        async () => (await axe.run({ rules: { 'target-size': { enabled: true } } }))
          .violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} (${node.failureSummary})`))
        """;

    private static readonly string Axe = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    public static TheoryData<PublicPage> Pages => [.. Enum.GetValues<PublicPage>()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_by_day_nor_by_night_LK4(PublicPage page)
    {
        Assert.True(File.Exists(Axe), "axe-core is missing: the build fetches it with npm.");
        await using var visit = await world.Visit(new() { LetsScriptsIn = true });
        await visit.Open(world.Pages[page]);
        await visit.Unfold(page);
        await visit.Page.AddScriptTagAsync(new() { Path = Axe });

        Assert.Empty(await visit.Ask<string[]>(Check));
        await visit.Darken();
        Assert.Empty(await visit.Ask<string[]>(Check));
        await visit.Keep($"{page}-dark");
    }
}
