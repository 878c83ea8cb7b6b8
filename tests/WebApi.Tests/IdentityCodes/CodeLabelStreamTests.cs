namespace Suyuan.IdentityCodes.Tests;

/// <summary>However many labels are asked for, only what is about to leave is made (IC1).</summary>
public sealed class CodeLabelStreamTests
{
    private const int Asked = 100_000;

    /// <summary>What is made of the labels, and how many of them may be made before the first is gone.</summary>
    public static TheoryData<string, int> Formats => new() { { "csv", 2000 }, { "svg", 60 }, { "png", 60 }, { "pdf", 80 } };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_more_labels_are_made_than_a_slow_reader_takes_and_none_once_it_hangs_up_IC1(string format, int most)
    {
        var made = 0;
        using var hungUp = new CancellationTokenSource();
        await using var reader = new StalledReader();

        var writing = Task.Run(() => Write(format, Labels(), reader, hungUp.Token));
        await reader.Stalled;

        Assert.InRange(made, 1, most);
        await hungUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.InRange(made, 1, most);

        IEnumerable<CodeLabel> Labels()
        {
            for (var number = 0; number < Asked; number++)
            {
                made++;
                var code = IdentityCode.Parse($"{10_000_000_000 + number}", null);
                yield return new(code, $"https://example.com/q/{code}?s=abcdefgh");
            }
        }
    }

    private static Task Write(string format, IEnumerable<CodeLabel> labels, Stream to, CancellationToken cancelled) => format switch
    {
        "csv" => CodeCsv.Write(labels, to, cancelled),
        "pdf" => new CodePdf(to).Write(labels, "labels", cancelled),
        "svg" => CodeZip.Write(labels, ".svg", CodeSvg.Make, to, cancelled),
        _ => CodeZip.Write(labels, ".png", CodePng.Make, to, cancelled),
    };

    /// <summary>Takes a kilobyte and then no more.</summary>
    private sealed class StalledReader : MemoryStream
    {
        private const int Taken = 1024;
        private readonly TaskCompletionSource stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stalled => stalled.Task;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            if (Length < Taken) return;
            stalled.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
