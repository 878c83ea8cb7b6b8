using Microsoft.Playwright;

namespace Suyuan.Browser.Tests;

/// <summary>What holds for every public page, whatever is on it.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class PageQualityTests(ConsumerWorld world)
{
    private const int LargestPage = 50 * 1024;

    public static TheoryData<PublicPage> Pages => [.. Enum.GetValues<PublicPage>()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_weighs_at_most_50_kB_without_pictures_asks_no_other_host_and_complains_of_nothing_LK4(PublicPage page)
    {
        await using var visit = await world.Visit(new() { RunsScript = true });
        Assert.Equal(PublicPages.StatusOf(page), await visit.Open(world.Pages[page]));

        var weight = 0;
        foreach (var request in visit.Requests)
        {
            Assert.Equal(world.Node.Address.Authority, new Uri(request.Url).Authority);
            var sizes = await request.SizesAsync();
            if (request.ResourceType is not ("image" or "media")) weight += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
            if (request.ResourceType == "document") Assert.InRange((await Body(request)).Length, 1, LargestPage);
        }

        Assert.InRange(weight, 1, LargestPage);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>As it is once it is unpacked.</summary>
    private static async Task<byte[]> Body(IRequest request) => await (await request.ResponseAsync())!.BodyAsync();
}
