using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

/// <summary>Whoever races: one winner, and the losers get the named refusal (RL3, FL4).</summary>
[Collection(AppCollection.Name)]
public sealed class FilingRaceTests(SuyuanApp app)
{
    private const string Filings = GivenFiler.Filings;

    [Fact]
    public async Task Sixty_four_clients_that_file_the_enterprise_at_once_make_one_filing_FL4()
    {
        var given = await GivenFiler.Registered(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => given.Post("enterprise", given.EnterpriseAnswers())));

        var winner = Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Created);
        var id = (await winner.Read()).GetProperty("id").GetString();
        foreach (var loser in answers.Where(answer => answer != winner))
        {
            var problem = await loser.ShouldBe(409, "filing/exists");
            Assert.Equal(id, problem.GetProperty("arguments").GetProperty("filing").GetString());
        }

        Assert.Single(await GivenFiler.List(given.Recorder));
    }

    [Fact]
    public async Task Two_drafts_that_become_the_same_product_at_once_are_one_and_a_refusal_FL4()
    {
        var given = await GivenFiler.Registered(app);
        var drafts = new List<string>();
        for (var i = 0; i < 16; i++) drafts.Add(await given.Draft("product", $"产品{i}"));

        var answers = await Task.WhenAll(drafts.Select(id =>
            given.Recorder.PutAsync($"{Filings}/{id}", new { answers = GivenFiler.ProductAnswers("信阳 毛尖") }, 1)));

        Assert.Single(answers, answer => (int)answer.StatusCode == HttpStatus.Ok);
        foreach (var loser in answers.Where(answer => (int)answer.StatusCode != HttpStatus.Ok)) await loser.ShouldBe(409, "filing/exists");
    }

    [Fact]
    public async Task Filing_that_is_issued_and_withdrawn_at_once_is_one_of_them_RL3()
    {
        var given = await GivenFiler.Registered(app);
        for (var round = 0; round < 10; round++)
        {
            var id = await given.Submitted("product", $"产品{round}");

            var (issue, withdraw) = (given.Issue(id), given.Recorder.DeleteAsync($"{Filings}/{id}/submission"));
            var (issued, withdrawn) = (await issue, await withdraw);

            if (issued.IsSuccessStatusCode) await withdrawn.ShouldBe(409, "filing/not-submitted");
            // A draft is its enterprise's alone, so the regulator learns nothing more of it.
            else await issued.ShouldBe(404, "common/not-found");
            Assert.NotEqual(issued.IsSuccessStatusCode, withdrawn.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task Filing_that_is_issued_and_edited_at_once_is_issued_as_it_was_seen_RL3()
    {
        var given = await GivenFiler.Registered(app);
        for (var round = 0; round < 10; round++)
        {
            var id = await given.Submitted("product", $"产品{round}");

            var edit = given.Recorder.PutAsync($"{Filings}/{id}", new { answers = GivenFiler.ProductAnswers("别的") }, 2);
            var issued = await given.Issue(id);

            await issued.ShouldBe(HttpStatus.Ok);
            var loser = await edit;
            Assert.Equal(409, (int)loser.StatusCode);
            Assert.Equal($"产品{round}", (await given.Get(id)).GetProperty("answers").GetProperty("productName").GetString());
        }
    }

    [Fact]
    public async Task Filing_that_is_issued_by_sixteen_regulators_at_once_has_one_certificate_RL3()
    {
        var given = await GivenFiler.Registered(app);
        var id = await given.Submitted("product");

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => given.Issue(id, new { validTo = $"2030-01-{n + 1:00}" })));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var loser in answers.Where(answer => !answer.IsSuccessStatusCode)) await loser.ShouldBe(409, "filing/not-submitted");
    }
}
