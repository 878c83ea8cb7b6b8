using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Suyuan.Browser.Tests;

/// <summary>A guest's browser at the node: the page, and what it asked for and complained of meanwhile.</summary>
internal sealed class Visit : IAsyncDisposable
{
    public const int PhoneWidth = 390;
    public const int DeskWidth = 1280;
    private const float LongestMs = 15_000;
    private const int PhoneHeight = 844;
    private static readonly string Screenshots = Path.Combine(Root(), "artifacts", "screenshots");
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.SetDefaultTimeout(LongestMs);
        page.Request += (_, request) => Requests.Enqueue(request);
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => Complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public ConcurrentQueue<IRequest> Requests { get; } = new();

    /// <summary>Errors and warnings of the console, and exceptions of scripts.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<Visit> Begin(IBrowser browser, Uri node, Guest guest)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = node.ToString(),
            ViewportSize = new() { Width = PhoneWidth, Height = PhoneHeight },
            Locale = guest.Language,
            UserAgent = guest.Agent,
            JavaScriptEnabled = guest.RunsScript || guest.LetsScriptsIn,
            BypassCSP = guest.LetsScriptsIn,
        });
        return new(context, await context.NewPageAsync());
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Opens an address and tells the status.</summary>
    public async Task<int> Open(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>
    /// Waits for the page at an address. It looks at where the browser is; WaitForURLAsync waits for its going there, and misses one that
    /// was over before it listened.
    /// </summary>
    public Task ArrivesAt(string path) => Assertions.Expect(Page).ToHaveURLAsync(path, new() { Timeout = LongestMs });

    public Task<string> Text() => Page.Locator("main").InnerTextAsync();

    /// <summary>All that the document holds, seen or not.</summary>
    public Task<string> Document() => Page.ContentAsync();

    public async Task<IReadOnlyList<string>> All(string selector) => await Page.Locator(selector).AllTextContentsAsync();

    public Task<int> Count(string selector) => Page.Locator(selector).CountAsync();

    public Task<T> Ask<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>The pictures that came and could be drawn.</summary>
    public async Task<IReadOnlyList<Picture>> LoadedPictures() => await Ask<Picture[]>("""
        () => [...document.images].filter((image) => image.complete && image.naturalWidth > 0)
          .map((image) => ({ alt: image.alt, width: image.naturalWidth }))
        """);

    /// <summary>Opens every tab, as whoever reads on would, and what only some browsers are shown.</summary>
    public async Task Unfold(PublicPage page)
    {
        await Page.EvaluateAsync("() => document.querySelectorAll('details').forEach((tab) => tab.open = true)");
        if (page == PublicPage.EntryWithCamera) await Page.EvaluateAsync("() => document.getElementById('scanner').hidden = false");
    }

    public Task Widen(int width) => Page.SetViewportSizeAsync(width, PhoneHeight);

    /// <summary>Night falls.</summary>
    public Task Darken() => Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

    /// <summary>Keeps what the page looks like, for people to see.</summary>
    public Task Keep(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, name + ".png"), FullPage = true });

    private void Hear(IConsoleMessage message)
    {
        // A browser tells of every answer that is no success; the status is asserted where it is expected.
        var tellsStatus = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !tellsStatus) Complaints.Enqueue(message.Text);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Suyuan.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }

    internal sealed record Picture
    {
        public string Alt { get; init; } = "";

        public int Width { get; init; }
    }
}
