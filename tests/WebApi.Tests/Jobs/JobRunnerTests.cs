using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.Silo.Storage;

namespace Suyuan.Jobs.Tests;

/// <summary>A node with one worker and one place to wait, whose jobs end when a test says so.</summary>
public sealed class JobRunnerTests : IAsyncLifetime
{
    private static readonly Caller Somebody = new("somebody", Role.Inspector, "");

    private readonly SuyuanApp app = new()
    {
        Settings = new Dictionary<string, string?> { ["Jobs:Workers"] = "1", ["Jobs:Waiting"] = "1" },
    };
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private JobRunner Runner => app.Services.GetRequiredService<JobRunner>();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_same_file_to_the_same_route_is_the_same_job_while_it_runs()
    {
        var first = await Start("one");
        await started.Task;
        Assert.Equal(first.Value.Id, (await Start("one")).Value.Id);
        Assert.NotEqual(first.Value.Id, (await Start("one", by: Somebody with { Account = "another" })).Value.Id);

        released.SetResult();
        await Ended(first.Value.Id);
        Assert.NotEqual(first.Value.Id, (await Start("one")).Value.Id);
    }

    [Fact]
    public async Task The_same_file_to_another_route_is_another_job() =>
        Assert.NotEqual((await Start("one")).Value.Id, (await Start("one", route: "/x?dryRun=true")).Value.Id);

    [Fact]
    public async Task Beyond_so_many_jobs_a_client_is_told_to_come_again()
    {
        await Start("one");
        var second = await Start("two");
        Assert.Equal("job/queue-full", (await Start("three")).Refusal!.Code);

        // Over HTTP, with when to come.
        using var form = new MultipartFormDataContent { { new ByteArrayContent("a"u8.ToArray()), "file", "a.csv" } };
        var refused = await (await app.As(Role.Inspector)).PostAsync("/api/v1/inspections/imports", form);
        await refused.ShouldBe(503, "job/queue-full");
        Assert.NotNull(refused.Headers.RetryAfter);

        released.SetResult();
        await Ended(second.Value.Id);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException), "common/internal-error")]
    [InlineData(typeof(TimeoutException), "common/unavailable")]
    public async Task Work_that_breaks_is_a_failed_job_and_the_worker_goes_on(Type failure, string code)
    {
        var broken = await Runner.Start<Answer>(
            new("test", Somebody, "/broken"), File("one"), (_, _) => throw (Exception)Activator.CreateInstance(failure)!, default);
        var ended = await Ended(broken.Value.Id);
        Assert.Equal((JobState.Failed, code), (ended.State, ended.Refusal!.Code));

        released.SetResult();
        Assert.Equal(JobState.Done, (await Ended((await Start("two")).Value.Id)).State);
    }

    [Fact]
    public async Task A_node_that_stops_interrupts_what_runs_and_what_waits_RL1()
    {
        var running = await Start("one");
        await started.Task;
        var waiting = await Start("two");

        var connection = app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString;
        await app.DisposeAsync();
        await using var database = NpgsqlDataSource.Create(connection);
        foreach (var job in new[] { running, waiting })
        {
            await using var command = database.CreateCommand("select state from jobs where id = $1");
            command.Parameters.Add(new() { Value = job.Value.Id });
            Assert.Equal("interrupted", await command.ExecuteScalarAsync());
        }
    }

    [Fact]
    public async Task A_node_leaves_the_jobs_of_nodes_that_live_alone_RL1()
    {
        var running = await Start("one");
        await started.Task;

        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        await using var another = new JobNode(database);
        await another.Hold(default);
        await new JobLedger(database, another).Tidy([], TimeSpan.FromDays(1), default);
        Assert.Equal(JobState.Running, (await app.Services.GetRequiredService<JobQueries>().Find(running.Value.Id))!.State);

        // Its lock gone, it counts as dead; and what it has to tell in the end is still believed.
        await app.Services.GetRequiredService<JobNode>().DisposeAsync();
        await new JobLedger(database, another).Tidy([], TimeSpan.FromDays(1), default);
        Assert.Equal(JobState.Interrupted, (await app.Services.GetRequiredService<JobQueries>().Find(running.Value.Id))!.State);
        released.SetResult();
        while ((await app.Services.GetRequiredService<JobQueries>().Find(running.Value.Id))!.State != JobState.Done) await Task.Delay(5);
    }

    private static FormFile File(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new(new MemoryStream(bytes), 0, bytes.Length, "file", "one.csv");
    }

    private Task<Result<JobRecord>> Start(string content, Caller? by = null, string route = "/x") =>
        Runner.Start<Answer>(new("test", by ?? Somebody, route), File(content), Work, default);

    private async Task<Result<Answer>> Work(JobContext job, CancellationToken stopping)
    {
        started.TrySetResult();
        await released.Task.WaitAsync(stopping);
        return new Answer("done");
    }

    private async Task<JobRecord> Ended(Guid id)
    {
        var platform = await app.As(Role.Platform);
        _ = await platform.GetStringAsync($"/api/v1/jobs/{id}/events");
        return (await app.Services.GetRequiredService<JobQueries>().Find(id))!;
    }

    private sealed record Answer(string Text);
}
