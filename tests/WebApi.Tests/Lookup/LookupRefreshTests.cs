using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Common.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>What is unpublished or unbound is gone from the next look-up, whatever happens to the connection that tells of it (PB3).</summary>
public sealed class LookupRefreshTests(LookupApp lookup) : IClassFixture<LookupApp>
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);
    private readonly HttpClient anybody = lookup.App.Anonymous;

    private Task<HttpResponseMessage> Get(string code) => anybody.SendAsync(HttpMethod.Get, $"/q/{code}", null, ("User-Agent", "bot"));

    private async Task<bool> Shows(string code, string text) =>
        (await (await Get(code)).Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);

    private async Task<(string Batch, string Code)> Shown()
    {
        var bound = await lookup.Bound(("harvest", "采收", "Harvest", 1));
        await LookupApp.Until(async () => (await Get(bound.Code)).StatusCode == HttpStatusCode.OK);
        Assert.True(await Shows(bound.Code, "采收"));
        return bound;
    }

    private void Unpublish(string batch) => lookup.Views[batch] = FakeViews.View(batch, lookup.Today);

    [Fact]
    public async Task Unpublishing_is_seen_at_once_PB3()
    {
        var (batch, code) = await Shown();
        Unpublish(batch);
        await lookup.Touch(batch);
        await LookupApp.Until(async () => !await Shows(code, "采收"), AtMost);
    }

    [Fact]
    public async Task A_notification_that_is_lost_delays_it_by_half_a_second_PB3()
    {
        var (batch, code) = await Shown();
        Unpublish(batch);
        await lookup.Do($"insert into lookup_touches (enterprise, batch) values ('{FakeViews.Enterprise}', '{batch}')");
        await LookupApp.Until(async () => !await Shows(code, "采收"), AtMost);
    }

    [Fact]
    public async Task A_connection_that_is_cut_loses_nothing_PB3()
    {
        var (batch, code) = await Shown();
        Unpublish(batch);
        await lookup.Do($"""
            select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();
            select touch_lookup('{FakeViews.Enterprise}', '{batch}')
            """);
        await LookupApp.Until(async () => !await Shows(code, "采收"), AtMost);
        Assert.Equal(1, lookup.App.Services.GetRequiredService<LookupRefresh>().TimesFilled);
    }

    [Fact]
    public async Task A_touch_whose_transaction_ends_late_is_not_missed_PB3()
    {
        var (batch, code) = await Shown();
        var (later, laterCode) = await Shown();
        await using var connection = await lookup.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var touch = new Npgsql.NpgsqlCommand($"select touch_lookup('{FakeViews.Enterprise}', '{batch}')", connection, transaction);
        await touch.ExecuteNonQueryAsync();
        Unpublish(later);
        await lookup.Touch(later);
        await LookupApp.Until(async () => !await Shows(laterCode, "采收"), AtMost);
        Unpublish(batch);
        await transaction.CommitAsync();
        await LookupApp.Until(async () => !await Shows(code, "采收"), AtMost);
    }

    [Fact]
    public async Task Unbinding_is_seen_at_once_IC4()
    {
        var (batch, code) = await Shown();
        var (_, keptCode) = await Shown();
        await lookup.Do($"delete from code_ranges where batch = '{batch}'; select touch_lookup('{FakeViews.Enterprise}', '{batch}')");
        await LookupApp.Until(async () => (await Get(code)).StatusCode == HttpStatusCode.NotFound, AtMost);
        Assert.True(await Shows(keptCode, "采收"));
    }

    [Fact]
    public async Task What_changes_of_an_enterprise_is_seen_in_all_its_batches_PB3()
    {
        var (batch, code) = await Shown();
        Unpublish(batch);
        await lookup.Do($"select touch_lookup('{FakeViews.Enterprise}', null)");
        await LookupApp.Until(async () => !await Shows(code, "采收"), AtMost);
    }

    [Fact]
    public async Task A_view_is_read_once_however_many_ask_and_anew_on_the_next_day_PB3()
    {
        var (batch, code) = await Shown();
        var before = lookup.Views.Reads;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Get(code)));
        Assert.Equal(before, lookup.Views.Reads);
        lookup.App.Clock.Advance(TimeSpan.FromDays(1));
        Unpublish(batch);
        Assert.False(await Shows(code, "采收"));
    }
}
