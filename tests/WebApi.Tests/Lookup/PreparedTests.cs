using System.Buffers;
using System.IO.Compression;
using System.Text;
using Suyuan.Common;

namespace Suyuan.Lookup.Tests;

public sealed class PreparedTests
{
    /// <summary>Texts that compress in different ways: none, noise, what repeats itself across the hole, much.</summary>
    public static TheoryData<int, int> Sizes => new() { { 0, 0 }, { 1, 1 }, { 300, 40 }, { 5_000, 9_000 }, { 40_000, 200_000 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Whatever_is_in_the_hole_each_packing_unpacks_to_the_same_bytes_LK4(int before, int behind)
    {
        const int hole = 512;
        var random = new Random(before + behind);
        for (var round = 0; round < 20; round++)
        {
            var prepared = new Prepared(Text(random, before), hole, Text(random, behind));
            Assert.True(prepared.Has(ContentCoding.Gzip));
            Assert.True(prepared.Has(ContentCoding.Brotli));
            for (var codes = 0; codes < 5; codes++)
            {
                var content = HoleContent.Fill(hole, Text(random, random.Next(0, hole - 2)), default);
                var plain = Written(prepared, ContentCoding.Identity, content);
                Assert.Equal(content, plain[before..(before + hole)]);
                Assert.Equal(plain, Unpack(new GZipStream(new MemoryStream(Written(prepared, ContentCoding.Gzip, content)), CompressionMode.Decompress)));
                Assert.Equal(
                    plain, Unpack(new BrotliStream(new MemoryStream(Written(prepared, ContentCoding.Brotli, content)), CompressionMode.Decompress)));
            }
        }
    }

    [Fact]
    public void The_checksum_of_two_texts_follows_from_those_of_each()
    {
        var one = "您查询的是正品，"u8;
        var other = "首次查询"u8;
        byte[] both = [.. one, .. other];
        Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));
        Assert.Equal(Crc32.Append(0, both), Crc32.Combine(Crc32.Append(0, one), Crc32.Append(0, other), Crc32.ShiftOf(other.Length)));
    }

    private static byte[] Written(Prepared prepared, ContentCoding coding, byte[] content)
    {
        var output = new ArrayBufferWriter<byte>();
        prepared.Write(output, coding, content);
        Assert.Equal(prepared.Length(coding), output.WrittenCount);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Unpack(Stream packed)
    {
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static byte[] Text(Random random, int length)
    {
        if (random.Next(3) == 0)
        {
            var noise = new byte[length];
            random.NextBytes(noise);
            return noise;
        }

        var text = new StringBuilder();
        while (text.Length < length) text.Append("<dt>施肥</dt><dd>").Append(random.Next(50)).Append("</dd> and again ").Append(' ', random.Next(4));
        return Encoding.UTF8.GetBytes(text.ToString())[..length];
    }
}
