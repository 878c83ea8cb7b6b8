using System.Security.Cryptography;
using System.Text;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>
/// Reads an uploaded collection file through once, before anything of it is taken: is it whole, of this line, and as its collector
/// wrote it?
/// </summary>
internal sealed class CollectionCheck(CollectorFilesView files, FileSeal seal)
{
    public const int MostRows = 500_000;

    private readonly List<string> header = [];
    private bool reopens;
    private int rows;
    private long? first;
    private long? last;

    /// <summary>The file as it may be taken; a reopening in it needs the verifier (GL4), who vouches by uploading it.</summary>
    /// <exception cref="TableException">It is no collection file.</exception>
    public async Task<Result<CollectionFile>> Of(Stream content, Caller by, CancellationToken cancellationToken)
    {
        if (files.KeyNumber == 0) return CollectorFileRefusals.KeyMissing(files.Line);
        using var sealing = seal.Open(files);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var line in FileLines.Read(content, cancellationToken))
        {
            digest.AppendData(line);
            if (header.Count != CollectionHeader.SealLine - 1) sealing.AppendData(line);
            Take(line);
        }

        if (header.Count < CollectionHeader.Length)
            return CollectorFileRefusals.Unreadable(header.Count + 1, "header");
        var read = CollectionHeader.Read(header);
        if ((WhyNot(read, sealing.GetHashAndReset()) ?? WhyNotAll(read)) is { } whyNot) return whyNot;
        if (reopens && by.Role is not (Role.GinVerifier or Role.Platform)) return GinLineRefusals.VerifierRequired;
        return new CollectionFile
        {
            Number = read.FileNumber,
            Sha256 = Convert.ToHexStringLower(digest.GetHashAndReset()),
            FirstSequence = read.FirstSequence,
            LastSequence = read.LastSequence,
            Count = read.Count,
            MadeAt = read.MadeAt,
        };
    }

    private void Take(byte[] line)
    {
        var text = FileCells.TextOf(line);
        if (header.Count < CollectionHeader.Length)
        {
            header.Add(text);
            return;
        }

        if (++rows > MostRows) throw new TableException(TableRefusals.TooLarge(MostRows));
        reopens |= CollectionRow.IsReopen(text);
        last = FileCells.Sequence(text.Split(',', 2)[0]);
        if (rows == 1) first = last;
    }

    private Refusal? WhyNot(CollectionHeader read, byte[] computed)
    {
        if (read.Line != files.Line) return CollectorFileRefusals.OfAnotherLine(read.Line);
        if (read.Key != files.KeyNumber) return CollectorFileRefusals.KeyReplaced(read.Key, files.KeyNumber);
        var given = Encoding.ASCII.GetBytes(read.Seal.ToLowerInvariant());
        return CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(computed)))
            ? null
            : CollectorFileRefusals.WrongSeal;
    }

    /// <summary>A sealed file whose header says otherwise than its rows is a fault of the collector.</summary>
    private Refusal? WhyNotAll(CollectionHeader read)
    {
        if (read.Count != rows) return CollectorFileRefusals.Unreadable(8, $"count,{rows}");
        if (first is { } begins && begins != read.FirstSequence) return CollectorFileRefusals.Unreadable(6, $"firstSequence,{begins}");
        if (last is { } ends && ends != read.LastSequence) return CollectorFileRefusals.Unreadable(7, $"lastSequence,{ends}");
        return null;
    }
}
