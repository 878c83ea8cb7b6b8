namespace Suyuan.Engine.Tests.Conformance;

[Collection(EngineCollection.Name)]
public sealed class ActivationTests(EngineHost host)
{
    [Fact]
    public async Task Many_first_callers_meet_one_activation()
    {
        for (var round = 0; round < 20; round++)
        {
            var key = $"first callers {round}";
            var lives = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Tally(key).Life())));

            Assert.Single(lives.Distinct());
            Assert.Equal(["activated with 0"], Journal.Read(key));
        }
    }

    [Fact]
    public async Task State_outlives_a_life()
    {
        var tally = Tally("reload");
        await tally.Add(7);
        var life = await tally.Life();

        await tally.Leave();

        Assert.Equal(7, await tally.Get());
        Assert.NotEqual(life, await tally.Life());
        Assert.True(await tally.IsStored());
        Assert.Equal(["activated with 0", "leaving: ApplicationRequested", "left", "activated with 7"], Journal.Read("reload"));
    }

    [Fact]
    public async Task Calls_meanwhile_go_to_the_next_life_which_begins_when_the_old_one_is_gone()
    {
        var tally = Tally("leaves slowly");
        await tally.Leave();
        await Gate.At("leaves slowly").Reached;
        var meanwhile = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tally.Add(1)));
        Assert.Equal("leaving: ApplicationRequested", Journal.Read("leaves slowly")[^1]);

        Gate.At("leaves slowly").Open();

        Assert.Equal(Enumerable.Range(1, 10), await meanwhile);
        Assert.Equal(["left", "activated with 0"], Journal.Read("leaves slowly")[^2..]);
    }

    [Fact]
    public async Task A_failed_activation_fails_all_who_wait_and_the_next_call_tries_again()
    {
        var tally = Tally("fails once");
        var first = tally.Get();
        await Gate.At("fails once").Reached;
        var second = tally.Get();

        Gate.At("fails once").Open();

        var failure = await Assert.ThrowsAsync<ProbeException>(() => first);
        Assert.Equal("not today", failure.Message);
        await Assert.ThrowsAsync<ProbeException>(() => second);
        Assert.Equal(0, await tally.Get());
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_fails_the_activation()
    {
        host.Store.Before["unreadable"] = _ => throw new ProbeException("no store");

        await Assert.ThrowsAnyAsync<Exception>(Tally("unreadable").Get);
        Assert.Empty(Journal.Read("unreadable"));

        host.Store.Before.TryRemove("unreadable", out _);
        Assert.Equal(0, await Tally("unreadable").Get());
    }

    [Theory]
    [InlineData(16, 20)]
    [InlineData(2, 2000)]
    public async Task A_grain_that_comes_and_goes_under_load_loses_nothing(int callers, int rounds)
    {
        var key = $"coming and going {callers}";
        var tally = Tally(key);

        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < rounds; i++)
            {
                await tally.Add(1);
                await tally.Leave();
            }
        })));

        Assert.Equal(callers * rounds, await tally.Get());
        var entries = Journal.Read(key);
        Assert.All(
            entries.Zip(entries.Skip(1)),
            pair => Assert.Equal(pair.Second.StartsWith("activated", StringComparison.Ordinal), pair.First == "left"));
    }

    [Fact]
    public async Task A_grain_that_nobody_uses_leaves_memory()
    {
        var limits = new EngineLimits { CollectionAge = TimeSpan.FromSeconds(1), CollectionQuantum = TimeSpan.FromSeconds(0.2) };
        await using var idle = await OwnHost.Start(limits);
        var tally = idle.Host.Grains.GetGrain<ITallyGrain>("unused");
        await tally.Add(3);

        await Eventually.True(() => Journal.Count("unused", "leaving: ActivationIdle") == 1);

        Assert.Equal(3, await tally.Get());
    }

    private ITallyGrain Tally(string key) => host.Grains.GetGrain<ITallyGrain>(key);
}
