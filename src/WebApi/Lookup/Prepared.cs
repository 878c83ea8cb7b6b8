using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>
/// An answer that is the same for many codes but for one place, a hole of fixed size: its bytes, and its bytes compressed once such that
/// the hole's content lies in them uncompressed and can be put in for each code. See the ADR.
/// </summary>
internal sealed class Prepared
{
    private readonly int holeAt;
    private readonly int hole;
    private readonly Lazy<Encoded?> gzip;
    private readonly Lazy<Encoded?> brotli;
    private readonly uint crcBefore;
    private readonly uint crcBehind;
    private readonly uint shiftBehind;

    public Prepared(ReadOnlyMemory<byte> before, int hole, ReadOnlyMemory<byte> behind)
    {
        (holeAt, this.hole) = (before.Length, hole);
        Plain = new byte[before.Length + hole + behind.Length];
        before.CopyTo(Plain);
        Plain.AsSpan(holeAt, hole).Fill((byte)' ');
        behind.CopyTo(Plain.AsMemory(holeAt + hole));
        Tag = Convert.ToHexStringLower(SHA256.HashData(Plain).AsSpan(0, 8));
        crcBefore = Crc32.Append(0, before.Span);
        crcBehind = Crc32.Append(0, behind.Span);
        shiftBehind = Crc32.ShiftOf(behind.Length);
        gzip = new(() => GzipWithHole.Make(Plain, holeAt, hole));
        brotli = new(() => BrotliWithHole.Make(Plain, holeAt, hole));
    }

    /// <summary>All of it, blanks in the hole.</summary>
    private byte[] Plain { get; }

    /// <summary>Tells this answer from others, but for what is in the hole.</summary>
    public string Tag { get; }

    public int Hole => hole;

    /// <summary>What it takes in memory once each encoding was asked for, about.</summary>
    public long Bytes => Plain.Length + (Plain.Length / 2);

    /// <summary>The encoding that is used where this one is accepted: plain where it cannot be made.</summary>
    public int Length(ContentCoding coding) => (Of(coding)?.Bytes ?? Plain).Length;

    public bool Has(ContentCoding coding) => coding == ContentCoding.Identity || Of(coding) is not null;

    /// <summary>Writes the answer with this content, which fills the hole exactly.</summary>
    public void Write(IBufferWriter<byte> output, ContentCoding coding, ReadOnlySpan<byte> content)
    {
        if (content.Length != hole) throw new ArgumentException("The content does not fill the hole.", nameof(content));
        var encoded = Of(coding) ?? new(Plain, holeAt);
        var target = output.GetSpan(encoded.Bytes.Length)[..encoded.Bytes.Length];
        encoded.Bytes.CopyTo(target);
        content.CopyTo(target[encoded.HoleAt..]);
        if (coding == ContentCoding.Gzip) PutChecksum(target, content);
        output.Advance(target.Length);
    }

    private void PutChecksum(Span<byte> gzipped, ReadOnlySpan<byte> content) => BinaryPrimitives.WriteUInt32LittleEndian(
        gzipped[^8..], Crc32.Combine(Crc32.Append(crcBefore, content), crcBehind, shiftBehind));

    private Encoded? Of(ContentCoding coding) => coding switch
    {
        ContentCoding.Gzip => gzip.Value,
        ContentCoding.Brotli => brotli.Value,
        _ => null,
    };
}

/// <summary>Compressed bytes, and where the hole's content lies in them as it is.</summary>
internal sealed record Encoded(byte[] Bytes, int HoleAt);
