namespace Suyuan.Browser.Tests;

/// <summary>Every public page on a phone and on a desk, in both languages; what they look like is kept as pictures.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class PageLayoutTests(ConsumerWorld world)
{
    private const string TooSmallText = """
        () => [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility())
          .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14)
          .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
          .map((one) => one.outerHTML.slice(0, 120))
        """;

    private const string TooSmallTargets = """
        () => [...document.querySelectorAll('a, button, input, summary, video')].filter((one) => one.checkVisibility())
          .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; })
          .map((one) => `${one.outerHTML.slice(0, 120)} ${one.getBoundingClientRect().height}`)
        """;

    public static TheoryData<PublicPage> Pages => [.. Enum.GetValues<PublicPage>()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_the_width_of_phone_and_desk_and_is_large_enough_to_read_and_touch_LK4(PublicPage page)
    {
        foreach (var language in new[] { Guest.Chinese, Guest.English })
        {
            await using var visit = await world.Visit(new() { Language = language });
            Assert.Equal(PublicPages.StatusOf(page), await visit.Open(world.Pages[page]));
            Assert.Equal(language, await visit.Ask<string>("() => document.documentElement.lang"));
            await visit.Unfold(page);
            foreach (var width in new[] { Visit.PhoneWidth, Visit.DeskWidth })
            {
                await visit.Widen(width);
                Assert.InRange(await visit.Ask<int>("() => document.documentElement.scrollWidth"), 1, width);
                Assert.Empty(await visit.Ask<string[]>(TooSmallText));
                Assert.Empty(await visit.Ask<string[]>(TooSmallTargets));
                await visit.Keep($"{page}-{width}-{language}");
            }
        }
    }
}
