using Npgsql;
using Orleans.Runtime;
using Orleans.Storage;

namespace Suyuan.Engine.Tests.Storage;

public sealed class GrainStorageTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task Written_state_is_read_back_with_its_version()
    {
        var state = New("棉花");
        await Write("a", state);
        state.State = state.State with { Day = DayOfWeek.Friday };
        await Write("a", state);

        var read = await Read("a");

        Assert.Equal(state.State, read.State);
        Assert.Equal("2", read.ETag);
        Assert.True(read.RecordExists);
        Assert.Equal("""{"day": "friday", "name": "棉花"}""", await Ask<string>("select state::text from grain_state where key = 'a'"));
    }

    [Fact]
    public async Task Unknown_grain_reads_as_a_new_record()
    {
        var read = await Read("nobody");

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Equal("", read.State.Name);
    }

    [Fact]
    public async Task Outdated_writer_gets_a_conflict_and_changes_nothing()
    {
        await Write("b", New("first"));
        var outdated = await Read("b");
        var current = await Read("b");
        current.State = current.State with { Name = "second" };
        await Write("b", current);

        outdated.State = outdated.State with { Name = "late" };
        await Assert.ThrowsAsync<InconsistentStateException>(() => Write("b", outdated));

        Assert.Equal("second", (await Read("b")).State.Name);
        Assert.Equal("1", outdated.ETag);
    }

    [Fact]
    public async Task Of_many_first_writes_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Won("c", $"first {i}")));

        Assert.Single(outcomes, won => won);
        Assert.Equal(1L, await Ask<long>("select count(*) from grain_history where key = 'c'"));
    }

    [Fact]
    public async Task Cleared_grain_is_absent_and_its_versions_go_on()
    {
        var state = New("gone");
        await Write("d", state);
        await Storage.ClearStateAsync(Kind, IdOf("d"), state);
        Assert.False((await Read("d")).RecordExists);
        Assert.Equal(0L, await Ask<long>("select count(*) from thing_names where key = 'd'"));

        await Write("d", New("back"));

        Assert.Equal("3", (await Read("d")).ETag);
    }

    [Fact]
    public async Task Broken_rule_reaches_its_own_caller_and_spares_the_neighbours()
    {
        await Write("owner", New("taken"));
        var offender = New("taken");

        var neighbours = Enumerable.Range(0, 63).Select(i => Write($"n{i}", New($"neighbour {i}"))).ToArray();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Write("offender", offender));
        await Task.WhenAll(neighbours);

        Assert.Equal("thing_name_taken", refused.ConstraintName);
        Assert.Equal(63L, await Ask<long>("select count(*) from thing_names where key like 'n%'"));
        Assert.False((await Read("offender")).RecordExists);

        // The refused grain is as usable as before.
        offender.State = offender.State with { Name = "free" };
        await Write("offender", offender);
        Assert.Equal("1", offender.ETag);
    }

    [Fact]
    public async Task Many_broken_rules_in_one_batch_each_find_their_caller()
    {
        await Write("first", New("wanted"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var name = i % 3 == 0 ? "wanted" : $"fine {i}";
            var failure = await Record.ExceptionAsync(() => Write($"m{i}", New(name)));
            return (Wanted: name == "wanted", (failure as PostgresException)?.ConstraintName);
        }));

        Assert.All(outcomes, outcome => Assert.Equal(outcome.Wanted ? "thing_name_taken" : null, outcome.ConstraintName));
    }

    [Fact]
    public async Task Actor_and_reason_of_the_call_land_in_the_history()
    {
        RequestContext.Set("actor", "王芳");
        RequestContext.Set("reason", "ID checked");
        await Write("e", New("signed"));
        RequestContext.Clear();

        Assert.Equal("王芳: ID checked", await Ask<string>("select actor || ': ' || reason from grain_history where key = 'e'"));
    }

    [Fact]
    public async Task Text_with_nul_is_refused_before_it_reaches_the_database()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Write("f", New("a\0b")));

        var innocent = New("""a\u0000b""");
        await Write("f", innocent);
        Assert.Equal("""a\u0000b""", (await Read("f")).State.Name);
    }

    private async Task<bool> Won(string key, string name)
    {
        try
        {
            await Write(key, New(name));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
