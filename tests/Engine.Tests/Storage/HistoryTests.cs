using Npgsql;
using Suyuan.Silo.Storage;

namespace Suyuan.Engine.Tests.Storage;

public sealed class HistoryTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private HistoryVerifier Verifier => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var key in new[] { "a", "b", "c" })
        {
            var state = New(key);
            foreach (var day in Enum.GetValues<DayOfWeek>().Take(4))
            {
                state.State = state.State with { Day = day };
                await Write(key, state);
            }
        }
    }

    [Fact]
    public async Task Untouched_chains_hold() => Assert.Null(await Broken());

    [Fact]
    public async Task Chains_hold_over_a_cleared_grain()
    {
        var state = await Read("b");
        await Storage.ClearStateAsync(Kind, IdOf("b"), state);

        Assert.Null(await Broken());
    }

    [Fact]
    public async Task History_cannot_be_changed_removed_or_emptied()
    {
        foreach (var sql in new[] { "update grain_history set actor = 'x'", "delete from grain_history", "truncate grain_history" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Execute(sql));
            Assert.Contains("append-only", refused.MessageText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("update grain_history set state = '{\"name\": \"forged\"}' where key = 'b' and version = 2", 2, "was changed")]
    [InlineData("update grain_history set actor = 'somebody else' where key = 'b' and version = 3", 3, "was changed")]
    [InlineData("update grain_history set changed_at = changed_at - interval '1 us' where key = 'b' and version = 1", 1, "was changed")]
    [InlineData("delete from grain_history where key = 'b' and version = 1", 1, "is missing")]
    [InlineData("delete from grain_history where key = 'b' and version = 3", 3, "is missing")]
    [InlineData("delete from grain_history where key = 'b' and version = 4", 4, "lacks the current version")]
    [InlineData("delete from grain_history where key = 'b'", 4, "lacks the current version")]
    [InlineData("update grain_state set state = '{\"name\": \"forged\"}' where key = 'b'", 4, "differs from its history")]
    [InlineData("delete from grain_state where key = 'b'", 4, "current record is missing")]
    public async Task Tampering_is_found_at_its_place(string tampering, int version, string problem)
    {
        await Execute($"set suyuan.maintenance = on; {tampering}; reset suyuan.maintenance");

        var broken = await Broken();

        Assert.Equal((Kind, "b", version), (broken?.Kind, broken?.Key, broken?.Version));
        Assert.Contains(problem, broken?.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forged_row_with_a_right_hash_breaks_the_next_link()
    {
        await Execute("""
            set suyuan.maintenance = on;
            update grain_history set reason = 'forged' where key = 'a' and version = 2;
            update grain_history
            set hash = chain_hash(previous_hash, kind, key, version::text, state::text, actor, reason, chain_time(changed_at))
            where key = 'a' and version = 2;
            reset suyuan.maintenance;
            """);

        Assert.Equal((Kind, "a", 3), await Broken() is { } broken ? (broken.Kind, broken.Key, broken.Version) : default);
    }

    [Fact]
    public async Task Kind_without_history_is_sealed_row_by_row()
    {
        await Execute("select add_grain_kind('busy', with_history => false)");
        await Storage.WriteStateAsync("busy", IdOf("x"), New("x"));
        Assert.Null(await Broken());
        Assert.Equal(0L, await Ask<long>("select count(*) from grain_history where kind = 'busy'"));

        await Execute("""update grain_state set state = '{"name": "forged"}' where kind = 'busy'""");

        Assert.Equal(("busy", "x", 1), await Broken() is { } broken ? (broken.Kind, broken.Key, broken.Version) : default);
    }

    [Fact]
    public async Task Chain_hash_tells_apart_what_concatenation_would_not()
    {
        Assert.True(await Ask<bool>("select chain_hash(null, 'ab', 'c') <> chain_hash(null, 'a', 'bc')"));
        Assert.True(await Ask<bool>("select chain_hash(null, 'a', null) <> chain_hash(null, 'a', 'null')"));
        Assert.True(await Ask<bool>("select chain_hash(null, 'a', '') <> chain_hash(null, 'a')"));
    }

    private Task<BrokenLink?> Broken() => Verifier.FirstBroken(null, CancellationToken.None);
}
