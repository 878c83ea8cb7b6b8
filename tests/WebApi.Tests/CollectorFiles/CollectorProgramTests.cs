using System.Diagnostics;
using Suyuan.Collector;

namespace Suyuan.CollectorFiles.Tests;

/// <summary>The reference collector as its users call it: what is wrong is said in a line, never in a stack trace.</summary>
public sealed class CollectorProgramTests
{
    private const string Nobody = "http://127.0.0.1:1/";

    [Theory]
    [InlineData("export", "--url", Nobody, "--gin", "65001", "--user", "qts65001", "--password", "x", "--folder", ".")]
    [InlineData("upload", "--url", Nobody, "--gin", "65001", "--user", "qts65001", "--password", "x", "none.csv")]
    [InlineData("export", "--url", "nowhere", "--gin", "65001", "--user", "qts65001", "--password", "x", "--folder", ".")]
    public async Task A_node_that_is_not_there_is_told_in_a_line_GL7(params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(OfflineCollector).Assembly.Location, .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var output = program.StandardOutput.ReadToEndAsync();
        var told = await program.StandardError.ReadToEndAsync();
        await output;
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.NotEmpty(told.Trim());
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }
}
