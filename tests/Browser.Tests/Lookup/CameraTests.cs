namespace Suyuan.Browser.Tests;

/// <summary>The entry page's camera, which only browsers that read codes themselves are offered.</summary>
[Collection(ConsumerCollection.Name)]
public sealed class CameraTests(ConsumerWorld world)
{
    private const string NoReader = "delete globalThis.BarcodeDetector";

    /// <summary>Reads one text from whatever the camera shows, once it shows something.</summary>
    private static string ReaderOf(string text) => $$"""
        globalThis.BarcodeDetector = class {
          static async getSupportedFormats() { return ['qr_code']; }
          async detect(video) { return video.videoWidth > 0 ? [{ rawValue: '{{text}}' }] : []; }
        };
        """;

    [Fact]
    public async Task Without_a_reader_of_codes_no_camera_is_offered_and_typing_works_LK1()
    {
        await using var visit = await world.Visit(new() { RunsScript = true });
        await visit.Page.AddInitScriptAsync(NoReader);
        await visit.Open("/q");
        Assert.False(await visit.Page.Locator("#scan").IsVisibleAsync());

        await visit.Page.FillAsync("#code", world.Pages[PublicPage.Basic][3..]);
        await visit.Page.PressAsync("#code", "Enter");

        await visit.ArrivesAt(world.Pages[PublicPage.Basic]);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("https://trace.example.com/q/")]
    [InlineData("")]
    public async Task A_code_before_the_camera_leads_to_its_page_whatever_host_its_label_names_LK1(string before)
    {
        var path = world.Pages[PublicPage.Basic];
        await using var visit = await world.Visit(new() { RunsScript = true });
        await visit.Page.AddInitScriptAsync(ReaderOf(before + path[3..]));
        await visit.Open("/q");

        await visit.Page.ClickAsync("#scan");

        await visit.ArrivesAt(path);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_code_of_something_else_leads_nowhere_LK1()
    {
        await using var visit = await world.Visit(new() { RunsScript = true });
        await visit.Page.AddInitScriptAsync(ReaderOf("https://elsewhere.example.com/q/not-a-code"));
        await visit.Open("/q");
        await visit.Page.ClickAsync("#scan");

        // The camera's picture goes on, and every frame of it was read.
        await visit.Page.WaitForFunctionAsync("() => document.getElementById('camera').currentTime > 0.3");

        Assert.EndsWith("/q", visit.Page.Url, StringComparison.Ordinal);
        Assert.True(await visit.Page.Locator("#camera").IsVisibleAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_camera_that_may_not_be_used_is_told_LK1()
    {
        await using var visit = await world.Visit(new() { RunsScript = true });
        await visit.Page.AddInitScriptAsync(
            ReaderOf("") + "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));");
        await visit.Open("/q");
        await visit.Page.ClickAsync("#scan");
        await visit.Page.WaitForFunctionAsync("() => document.getElementById('told').textContent === '无法使用摄像头，请输入身份码。'");
        Assert.False(await visit.Page.Locator("#camera").IsVisibleAsync());
    }
}
