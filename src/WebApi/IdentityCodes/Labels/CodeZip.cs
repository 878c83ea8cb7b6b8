using System.IO.Compression;
using System.IO.Pipelines;

namespace Suyuan.IdentityCodes;

/// <summary>Many labels in one archive, which leaves while they are drawn. Pictures are packed already.</summary>
internal static class CodeZip
{
    private const int BufferBytes = 64 * 1024;

    public static async Task Write(
        IEnumerable<CodeLabel> labels, string extension, Func<CodeLabel, byte[]> make, Stream to, CancellationToken cancelled)
    {
        // The zip writes synchronously, which a response forbids: it goes into a pipe that is emptied between labels.
        var pipe = new Pipe(new(pauseWriterThreshold: 0));
        using (var archive = new ZipArchive(pipe.Writer.AsStream(), ZipArchiveMode.Create))
        {
            var waiting = 0;
            foreach (var label in labels)
            {
                var content = make(label);
                await using (var entry = archive.CreateEntry(label.Code + extension, LevelOf(extension)).Open()) entry.Write(content);
                if ((waiting += content.Length) < BufferBytes) continue;
                await Send(pipe, to, cancelled);
                waiting = 0;
            }
        }

        await Send(pipe, to, cancelled);
    }

    private static CompressionLevel LevelOf(string extension) =>
        extension == ".png" ? CompressionLevel.NoCompression : CompressionLevel.Fastest;

    private static async Task Send(Pipe pipe, Stream to, CancellationToken cancelled)
    {
        await pipe.Writer.FlushAsync(cancelled);
        if (!pipe.Reader.TryRead(out var read)) return;
        foreach (var part in read.Buffer) await to.WriteAsync(part, cancelled);
        pipe.Reader.AdvanceTo(read.Buffer.End);
    }
}
