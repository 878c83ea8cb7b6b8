using System.Buffers.Binary;
using System.Text;

namespace Suyuan.Attachments.Tests;

/// <summary>PB4: what a camera, a phone or an editor wrote beside a picture or a film does not go to consumers.</summary>
public sealed class PublicCopyTests
{
    private const string Secret = "GPS 30.2741,120.1551 Zhang San 13812345678";

    private static readonly byte[] Notes = Encoding.ASCII.GetBytes(Secret);

    [Fact]
    public async Task Picture_of_a_camera_keeps_tables_colours_and_which_way_is_up_PB4()
    {
        byte[] exif = [.. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, .. "abc\0"u8, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Notes];
        byte[] jfif = Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        byte[] colours = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7, 7]);
        byte[] picture = [.. Segment(0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9];
        byte[] file =
        [
            0xFF, 0xD8, .. jfif, .. Segment(0xE1, exif), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Notes]), .. colours,
            .. Segment(0xE2, [.. "MPF\0"u8, .. Notes]), .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Notes]), .. Segment(0xFE, Notes), .. picture,
            0, 0, .. SampleFile.Jpeg(Notes),
        ];

        var copy = await Copy("image/jpeg", file);

        byte[] upright = Segment(0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);
        Assert.Equal([0xFF, 0xD8, .. jfif, .. upright, .. colours, .. picture], copy);
        Assert.True(IsTaken("image/jpeg", file));
        Assert.True(IsTaken("image/jpeg", copy));
    }

    [Fact]
    public async Task Picture_with_a_smaller_one_of_what_was_cut_away_loses_it_PB4()
    {
        byte[] file = [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]), .. SampleFile.Jpeg()[2..]];

        Assert.DoesNotContain("JFIF", Latin(await Copy("image/jpeg", file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawn_picture_keeps_its_chunks_and_loses_its_words_PB4()
    {
        var file = SampleFile.Png([1, 2, 3], Notes);

        var copy = await Copy("image/png", file);

        Assert.Equal(file.Length - Notes.Length - 12, copy.Length);
        Assert.DoesNotContain("tEXt", Latin(copy), StringComparison.Ordinal);
        Assert.True(IsTaken("image/png", copy));
    }

    [Fact]
    public async Task Picture_of_the_web_loses_its_notes_and_its_head_tells_of_none_PB4()
    {
        byte[] head = [.. Chunk("VP8X", [0x08 | 0x04 | 0x10, 0, 0, 0, 15, 0, 0, 15, 0, 0])];
        byte[] picture = Chunk("VP8 ", [1, 2, 3, 4]);
        var file = Webp([.. head, .. picture, .. Chunk("EXIF", Notes), .. Chunk("XMP ", Notes)]);

        var copy = await Copy("image/webp", file);

        Assert.Equal(Webp([.. Chunk("VP8X", [0x10, 0, 0, 0, 15, 0, 0, 15, 0, 0]), .. picture]), copy);
        Assert.True(IsTaken("image/webp", copy));
    }

    [Fact]
    public async Task Film_loses_place_and_way_and_stays_as_long_as_it_was_PB4()
    {
        byte[] place = Box("udta", Box("\u00A9xyz", [0, 18, 0x15, 0xC7, .. Notes]));
        byte[] seen = Box("trak", [.. Box("tkhd", new byte[8]), .. Box("mdia", Handler("vide")), .. Box("meta", Notes)]);
        byte[] way = Box("trak", Box("mdia", [.. Handler("meta"), .. Box("minf", Notes)]));
        byte[] start = Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp42"u8]);
        byte[] film = Box("mdat", [1, 2, 3, 4]);
        byte[] file = [.. start, .. Box("moov", [.. Box("mvhd", new byte[100]), .. seen, .. way, .. place]), .. Box("uuid", Notes), .. film];

        var copy = await Copy("video/mp4", file);

        Assert.Equal(file.Length, copy.Length);
        Assert.Equal(start, copy[..start.Length]);
        Assert.Equal(film, copy[^film.Length..]);
        Assert.Contains("vide", Latin(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("xyz", Latin(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("uuid", Latin(copy), StringComparison.Ordinal);
        Assert.True(IsTaken("video/mp4", copy));
    }

    [Fact]
    public async Task File_without_notes_is_given_out_as_it_is()
    {
        foreach (var (type, file) in new[] { ("image/webp", SampleFile.Webp()), ("application/pdf", SampleFile.Pdf()), ("video/mp4", SampleFile.Mp4()) })
        {
            Assert.Equal(file, await Copy(type, file));
            Assert.True(PublicCopy.Of(type, new(new MemoryStream(file)))!.IsWhole(file.Length));
        }
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("video/mp4")]
    public void Nothing_is_given_out_of_a_file_that_breaks_off(string type)
    {
        var file = type switch { "image/jpeg" => SampleFile.Jpeg(), "image/png" => SampleFile.Png(), _ => SampleFile.Mp4() };

        Assert.Null(PublicCopy.Of(type, new(new MemoryStream(file[..^3]))));
    }

    [Fact]
    public void Notes_that_make_no_sense_turn_nothing()
    {
        Assert.Null(TiffOrientation.In("II*\0"u8));
        Assert.Null(TiffOrientation.In([.. "MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 1]));
        Assert.Null(TiffOrientation.In([.. "MM\0*"u8, 0, 0, 0, 8, 0, 9, 1]));
        Assert.Null(TiffOrientation.In(TiffOrientation.Alone(1)));
        Assert.Null(TiffOrientation.In(TiffOrientation.Alone(9)));
        Assert.Equal(8, TiffOrientation.In(TiffOrientation.Alone(8)));
    }

    /// <summary>Read in odd pieces, as a slow network does; and any part of it is that part of the whole.</summary>
    private static async Task<byte[]> Copy(string mediaType, byte[] file)
    {
        var copy = PublicCopy.Of(mediaType, new(new MemoryStream(file)))!;
        await using var stream = new PiecedStream(new MemoryStream(file), copy);
        var whole = new byte[copy.Bytes];
        for (int at = 0, read; (read = await stream.ReadAsync(whole.AsMemory(at, Math.Min(7, whole.Length - at)))) > 0;) at += read;
        Assert.DoesNotContain("13812345678", Latin(whole), StringComparison.Ordinal);
        stream.Seek(-3, SeekOrigin.End);
        var end = new byte[3];
        await stream.ReadExactlyAsync(end);
        Assert.Equal(whole[^3..], end);
        return whole;
    }

    private static bool IsTaken(string mediaType, byte[] file) =>
        FileType.Of(file) is { } type && type.MediaType == mediaType && FileCheck.Of(type, new MemoryStream(file)) is null;

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. BigEndian(2 + content.Length)[2..], .. content];

    private static byte[] Box(string kind, byte[] content) => [.. BigEndian(8 + content.Length), .. Encoding.Latin1.GetBytes(kind), .. content];

    private static byte[] Handler(string kind) => Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. Encoding.Latin1.GetBytes(kind), .. new byte[13]]);

    private static byte[] Chunk(string kind, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.Latin1.GetBytes(kind), .. length, .. content, .. new byte[content.Length % 2]];
    }

    private static byte[] Webp(byte[] chunks) => Chunk("RIFF", [.. "WEBP"u8, .. chunks]);

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
