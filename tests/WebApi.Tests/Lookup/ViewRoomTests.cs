using Microsoft.Extensions.DependencyInjection;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>However many batches are asked for, their views take the room that they may take and no more; what is asked for stays.</summary>
public sealed class ViewRoomTests : IAsyncLifetime
{
    private const long Most = 1024 * 1024;
    private readonly LookupApp lookup = new();

    public Task InitializeAsync()
    {
        lookup.Settings["Lookup:ViewsMiB"] = "1";
        return lookup.InitializeAsync();
    }

    public Task DisposeAsync() => lookup.DisposeAsync();

    [Fact]
    public async Task Views_that_nobody_asked_for_the_longest_make_room_and_come_back_when_they_are_asked_for_LK4()
    {
        var consumer = new Consumer(lookup.App.Anonymous);
        var views = lookup.App.Services.GetRequiredService<PreparedViews>();
        var codes = new List<string>();
        var dear = await consumer.Known((await lookup.Bound(("irrigation", "灌溉", "Irrigation", 100))).Code);
        for (var batch = 0; batch < 40; batch++)
        {
            codes.Add(await consumer.Known((await lookup.Bound(("irrigation", "灌溉", "Irrigation", 100))).Code));
            foreach (var language in new[] { "zh-CN", "en" }) await consumer.Page($"/q/{codes[^1]}", language);
            await consumer.Page($"/q/{dear}");
            Assert.InRange(views.Bytes, 1, Most);
        }

        Assert.InRange(views.Count, 2, codes.Count - 1);
        var reads = lookup.Views.Reads;
        await consumer.Page($"/q/{dear}");
        await consumer.Page($"/q/{codes[^1]}");
        Assert.Equal(reads, lookup.Views.Reads);
        var again = await consumer.Page($"/q/{codes[0]}");
        Assert.Equal(reads + 1, lookup.Views.Reads);
        Assert.Contains($"身份码 {codes[0]}", again, StringComparison.Ordinal);
        Assert.Contains("灌溉第1次", again, StringComparison.Ordinal);

        // What is taken from the sum is what was added to it: without views nothing is left.
        views.DropAll();
        Assert.Equal((0, 0), (views.Count, views.Bytes));
    }

    [Fact]
    public async Task Many_who_ask_at_once_for_more_than_fits_are_all_answered_and_the_sum_stays_right_LK4()
    {
        var consumer = new Consumer(lookup.App.Anonymous);
        var views = lookup.App.Services.GetRequiredService<PreparedViews>();
        var codes = await Task.WhenAll(Enumerable.Range(0, 24).Select(async _ =>
            await consumer.Known((await lookup.Bound(("irrigation", "灌溉", "Irrigation", 100))).Code)));

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => codes).Select(code => consumer.Page($"/q/{code}")));

        for (var at = 0; at < pages.Length; at++)
            Assert.Contains($"身份码 {codes[at % codes.Length]}", pages[at], StringComparison.Ordinal);
        await consumer.Page($"/q/{codes[0]}", "en");
        Assert.InRange(views.Bytes, 1, Most);
        views.DropAll();
        Assert.Equal((0, 0), (views.Count, views.Bytes));
    }
}
