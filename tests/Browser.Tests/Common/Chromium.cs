using Microsoft.Playwright;

namespace Suyuan.Browser.Tests;

/// <summary>The machine's own Chromium; its camera shows a moving test picture, and nobody is asked whether it may be used.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> Start()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program(),
            // Containers and root have no sandbox to offer.
            Args = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        });
        return new(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string Program()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var programs = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)));
        return programs.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("Chromium is missing: ./test installs it, or apt-get install chromium fonts-noto-cjk.");
    }
}
