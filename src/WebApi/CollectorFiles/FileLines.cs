using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Suyuan.Common;

namespace Suyuan.CollectorFiles;

/// <summary>An uploaded file line by line, each with its line end: a seal covers exactly the bytes that stand there.</summary>
internal static class FileLines
{
    private const int Longest = 64 * 1024;

    /// <exception cref="TableException">A line has no end.</exception>
    public static async IAsyncEnumerable<byte[]> Read(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(content, new(leaveOpen: true));
        for (var row = 1; ;)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            for (; rest.PositionOf((byte)'\n') is { } end; row++)
            {
                var next = rest.GetPosition(1, end);
                yield return rest.Slice(0, next).ToArray();
                rest = rest.Slice(next);
            }

            if (rest.Length > Longest) throw new TableException(CollectorFileRefusals.Unreadable(row, "line end"));
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty) yield return rest.ToArray();
                yield break;
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }
    }
}
