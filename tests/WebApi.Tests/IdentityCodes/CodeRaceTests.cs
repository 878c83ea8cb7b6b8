using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Whoever races: ranges stay apart, runs stay apart, and losers hear why (RL3).</summary>
[Collection(AppCollection.Name)]
public sealed class CodeRaceTests(SuyuanApp app)
{
    private const int Clients = 64;

    [Fact]
    public async Task Of_sixty_four_clients_that_bind_overlapping_ranges_one_wins_IC2()
    {
        var given = await GivenCodes.Create(app, 200);

        // Every range holds unit 70.
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => given.Bind(client, client + 70)));

        var winner = Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Created);
        var range = (await winner.Read()).GetProperty("id").GetString();
        foreach (var loser in answers.Where(answer => answer != winner))
        {
            var problem = await loser.ShouldBe(409, "identity-code/overlap");
            Assert.Equal(range, problem.GetProperty("arguments").GetProperty("range").GetString());
        }

        Assert.Equal(71, (await given.Report()).GetProperty("bound").GetInt32());
    }

    [Fact]
    public async Task Of_sixty_four_clients_that_bind_neighbouring_ranges_all_win_IC2()
    {
        var given = await GivenCodes.Create(app, 640);

        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => given.Bind(client * 10, client * 10 + 9)));

        Assert.All(answers, answer => Assert.Equal(HttpStatus.Created, (int)answer.StatusCode));
        Assert.Equal((640, 64), ((await given.Report()).GetProperty("bound").GetInt32(), (await given.Report()).GetProperty("ranges").GetInt32()));
        Assert.Empty(await given.Stretches(query: "&bound=false"));
    }

    [Fact]
    public async Task Runs_that_are_given_out_at_once_join_without_gap_or_overlap_IC1()
    {
        var producer = await GivenProducer.Filed(app);

        var made = await Task.WhenAll(Enumerable.Range(1, Clients).Select(count => GivenCodes.Allocate(app, producer, count)));

        var runs = made.Select(GivenCodes.RunOf).OrderBy(run => run.First).ToList();
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.JoinsOn(pair.Second)));
        Assert.Equal(Enumerable.Range(1, Clients).Sum(), runs.Sum(run => (int)run.Count));
    }

    [Fact]
    public async Task Batch_that_is_voided_while_codes_are_bound_has_codes_or_is_void_IC2()
    {
        var given = await GivenCodes.Create(app);
        for (var round = 0; round < 10; round++)
        {
            var batch = await GivenBatch.Open(app, given.Producer);
            var unit = round;

            var bind = given.Recorder.PostAsync(batch.Path + "/code-ranges", new { start = given.Code(unit), end = given.Code(unit) });
            var voiding = given.Administrator.DeleteAsync(batch.Path + "?reason=录错");
            var (bound, voided) = (await bind, await voiding);

            Assert.NotEqual(bound.IsSuccessStatusCode, voided.IsSuccessStatusCode);
            if (bound.IsSuccessStatusCode) await voided.ShouldBe(409, "batch/codes-bound");
            else await bound.ShouldBe(409, "identity-code/batch-void");
        }
    }
}
