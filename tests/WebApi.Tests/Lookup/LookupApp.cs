using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;
using Suyuan.Seasons;

namespace Suyuan.Lookup.Tests;

/// <summary>
/// An application whose views the test puts, with a database of its own, into which the test writes ranges as their noun's trigger would.
/// </summary>
public sealed class LookupApp : IAsyncLifetime
{
    private int drawn;

    public LookupApp() => App = new() { Own = services => services.AddSingleton<IPublicViews>(Views), Settings = Settings };

    public Dictionary<string, string?> Settings { get; } = [];

    internal FakeViews Views { get; } = new();

    public SuyuanApp App { get; }

    public NpgsqlDataSource Database => App.Services.GetRequiredService<NpgsqlDataSource>();

    public DateOnly Today => ChinaTime.DateOf(App.Clock.GetUtcNow());

    public Task InitializeAsync() => App.InitializeAsync();

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>A batch with a range of a hundred codes without check digit; the first code and the batch.</summary>
    internal async Task<(string Batch, string Code)> Bound(params (string, string, string, int)[] stages)
    {
        var number = Interlocked.Increment(ref drawn);
        var batch = string.Create(CultureInfo.InvariantCulture, $"20260301{number:00000}");
        Views[batch] = FakeViews.View(batch, Today, stages);
        var (start, end) = (Code(number, 0), Code(number, 99));
        await Do($"""
            insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision, changed_at)
            values ('{FakeViews.Enterprise}', 'range-{number}', '{batch}', 12, code_span('{start}', '{end}'), '{start}', '{end}', false, 100,
                now(), 'test', 1, now());
            select touch_lookup('{FakeViews.Enterprise}', '{batch}')
            """);
        return (batch, start);
    }

    public static string Code(int number, int serial) => string.Create(CultureInfo.InvariantCulture, $"659001{number:0000}{serial:00}");

    public Task Touch(string batch) => Do($"select touch_lookup('{FakeViews.Enterprise}', '{batch}')");

    public async Task Do(string sql)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Asks until the answer is right, as a consumer would look again; no test knows how fast the machine is.</summary>
    public static async Task Until(Func<Task<bool>> right, TimeSpan? within = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await right())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < (within ?? TimeSpan.FromSeconds(30)), "It never came to be.");
            await Task.Yield();
        }
    }
}
