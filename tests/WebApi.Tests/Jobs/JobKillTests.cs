using Suyuan.Accounts;
using Suyuan.Bales.Tests;
using Suyuan.Common.Tests;
using Suyuan.Reliability.Tests;

namespace Suyuan.Jobs.Tests;

public sealed class JobKillTests
{
    private const int Rows = 100_000;

    [Fact]
    public async Task A_job_whose_node_is_killed_is_interrupted_and_has_left_nothing_behind_RL1()
    {
        await using var node = new NodeApp();
        await node.Start();
        var inspector = await node.As(Role.Inspector);
        var first = InspectionFile.UnknownBarcode();
        var file = new InspectionFile().Row(first);
        for (var row = 1; row < Rows; row++) file.Row(InspectionFile.UnknownBarcode());
        var started = await file.Import(node);
        await started.ShouldBe(HttpStatus.Accepted);
        var job = started.Headers.Location!.ToString();

        await Progressing(inspector, job + "/events");
        await node.Kill();
        await node.Start();

        _ = await inspector.GetStringAsync(job + "/events");
        Assert.Equal("interrupted", (await (await inspector.GetAsync(job)).Read()).State());
        var report = await (await new InspectionFile().Row(first).Import(node)).Report(inspector);
        Assert.Equal(1, report.GetProperty("created").GetInt32());
    }

    /// <summary>Follows the job until it is under way.</summary>
    private static async Task Progressing(HttpClient client, string events)
    {
        using var reader = new StreamReader(await client.GetStreamAsync(events));
        while (await reader.ReadLineAsync() is { } line)
        {
            Assert.DoesNotContain("event: ended", line, StringComparison.Ordinal);
            if (line.Contains("\"state\":\"running\"", StringComparison.Ordinal) && !line.Contains("\"done\":0,", StringComparison.Ordinal)) return;
        }

        Assert.Fail("The events ended before the job was under way.");
    }
}
