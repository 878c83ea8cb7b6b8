using System.Text;

namespace Suyuan.Attachments.Tests;

/// <summary>The type of a file is told by its content, from its first byte to its last (FM3).</summary>
public sealed class FileCheckTests
{
    private static readonly byte[] Script = "<script>alert(1)</script>"u8.ToArray();

    public static TheoryData<string, byte[]> Sound => new()
    {
        { "image/jpeg", SampleFile.Jpeg() },
        { "image/jpeg", [.. SampleFile.Jpeg(), 0, 0, 0] },
        { "image/jpeg", [.. SampleFile.Jpeg(), .. new byte[40], .. SampleFile.Jpeg()] }, // as cameras keep a preview or a gain map
        { "image/jpeg", SampleFile.Jpeg([0xFF, 0xFF, 0xD1, 0xFF, 0x00]) },
        { "image/png", SampleFile.Png() },
        { "image/png", SampleFile.Png(comment: "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"u8.ToArray()) },
        { "image/webp", SampleFile.Webp() },
        { "image/webp", SampleFile.Webp("VP8L") },
        { "application/pdf", SampleFile.Pdf() },
        { "application/pdf", [.. SampleFile.Pdf(), .. "\r\n\0\0"u8] },
        { "application/pdf", [.. SampleFile.Pdf(), .. SampleFile.Pdf()[9..]] }, // saved once more
        { "video/mp4", SampleFile.Mp4() },
        { "video/mp4", SampleFile.Mp4("mp42", 0) },
        { "video/mp4", SampleFile.Mp4("avc1", 70_000) },
    };

    public static TheoryData<string, byte[]> OfNoType => new()
    {
        { "page", "<html><body>hello</body></html>"u8.ToArray() },
        { "svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "svg with declaration", "<?xml version='1.0'?><svg/>"u8.ToArray() },
        { "gif", "GIF89a\x1\0\x1\0\0\0\0;"u8.ToArray() },
        { "zip", SampleFile.Zip() },
        { "bmp", "BM0000000000"u8.ToArray() },
        { "program", [0x7F, .. "ELF00000000"u8] },
        { "heic", SampleFile.Mp4("heic") },
        { "quicktime", SampleFile.Mp4("qt  ") },
        { "sound", SampleFile.Mp4("M4A ") },
        { "wav", [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8] },
        { "blank before a pdf", [.. " "u8, .. SampleFile.Pdf()] },
        { "page before a pdf", [.. "<html>"u8, .. SampleFile.Pdf()] },
        { "text", "hello, world"u8.ToArray() },
        { "one byte", [0xFF] },
        { "two bytes of a jpeg", [0xFF, 0xD8] },
        { "utf-16", Encoding.Unicode.GetBytes("%PDF-1.7") },
    };

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "jpeg cut short", SampleFile.Jpeg()[..^2] },
        { "jpeg without a picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9, 0, 0, 0, 0] },
        { "jpeg with a segment longer than the file", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0] },
        { "jpeg of nothing but fill", [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 100)] },
        { "png cut short", SampleFile.Png()[..^4] },
        { "png of its signature alone", [.. PngFormat.Signature, 0, 0, 0, 0] },
        { "png without its header", [.. PngFormat.Signature, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0] },
        { "png with a chunk longer than the file", [.. SampleFile.Png()[..33], 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, 1, 2] },
        { "webp cut short", SampleFile.Webp()[..^1] },
        { "webp with an unknown chunk", SampleFile.Webp("JUNK") },
        { "webp without a picture", SampleFile.Webp("EXIF") },
        { "pdf cut short", SampleFile.Pdf()[..^8] },
        { "pdf of no version", [.. "%PDF-x.y"u8, .. SampleFile.Pdf()[8..]] },
        { "pdf without references", "%PDF-1.7\nhello\n%%EOF"u8.ToArray() },
        { "mp4 cut short", SampleFile.Mp4()[..^1] },
        { "mp4 of its brand alone", SampleFile.Mp4()[..24] },
        { "mp4 with a huge brand", [0, 0, 16, 0, .. SampleFile.Mp4(dataLength: 5_000)[4..]] },
        { "mp4 with a box of no length", [.. SampleFile.Mp4()[..24], 0, 0, 0, 4, .. "free"u8] },
        { "mp4 with a box of the longest length", [.. SampleFile.Mp4()[..24], 0, 0, 0, 1, .. "moov"u8, .. Enumerable.Repeat((byte)0xFF, 8)] },
    };

    public static TheoryData<string, byte[]> Polyglots => new()
    {
        { "jpeg and a page", [.. SampleFile.Jpeg(), .. "<html><body>"u8] },
        { "jpeg and a script", [.. SampleFile.Jpeg(), .. Script] },
        { "jpeg and an archive", [.. SampleFile.Jpeg(), .. SampleFile.Zip()] },
        { "jpeg and a film", [.. SampleFile.Jpeg(), .. SampleFile.Mp4()] },
        { "jpeg with a pdf at its head", Commented("%PDF-1.7\n1 0 obj"u8.ToArray()) },
        { "jpeg with a page at its head", Commented("<HTML><BODY>"u8.ToArray()) },
        { "jpeg with a script in its data", SampleFile.Jpeg([.. new byte[70_000], .. Script]) },
        { "jpeg with a script across two pieces", SampleFile.Jpeg([.. Enumerable.Repeat((byte)1, 64 * 1024 - 60), .. Script, .. new byte[99]]) },
        { "png and a pdf", [.. SampleFile.Png(), .. SampleFile.Pdf()] },
        { "png and one byte", [.. SampleFile.Png(), 0] },
        { "png with a page in a comment", SampleFile.Png(comment: "Comment\0<!DOCTYPE html>"u8.ToArray()) },
        { "png with php in a comment", SampleFile.Png(comment: "Comment\0<?php system($_GET[0]);"u8.ToArray()) },
        { "png with a drawing in its data", SampleFile.Png(data: [.. new byte[2_000], .. "<svg xmlns='http://www.w3.org/2000/svg' onload="u8]) },
        { "png with an archive up to its end", SampleFile.Png(data: [.. SampleFile.Zip()[..^2], 16, 0]) },
        { "webp and a page", [.. SampleFile.Webp(), .. "<html>"u8] },
        { "pdf and a page", [.. SampleFile.Pdf(), .. "<html><script>"u8] },
        { "pdf and much more", [.. SampleFile.Pdf(), .. new byte[200_000], 1] },
        { "pdf and an archive", [.. SampleFile.Pdf(), .. SampleFile.Zip()] },
        { "pdf with an archive up to its end", SampleFile.Pdf(Encoding.Latin1.GetString([.. SampleFile.Zip()[..^2], 54, 0])) },
        { "pdf with a page at its head", SampleFile.Pdf("<html><body>") },
        { "mp4 and a page", [.. SampleFile.Mp4(), .. "<html>"u8] },
        { "mp4 and an archive", [.. SampleFile.Mp4(), .. SampleFile.Zip()] },
        { "mp4 with a pdf at its head", [.. SampleFile.Mp4()[..24], 0, 0, 0, 17, .. "free%PDF-1.7\n"u8, .. SampleFile.Mp4()[24..]] },
    };

    [Theory, MemberData(nameof(Sound))]
    public void Well_formed_file_is_what_it_is_FM3(string mediaType, byte[] file)
    {
        Assert.Equal(mediaType, TypeOf(file)?.MediaType);
        Assert.Null(FileCheck.Of(TypeOf(file)!, new MemoryStream(file))?.Code);
    }

    [Theory, MemberData(nameof(OfNoType))]
    public void What_begins_as_none_of_them_has_no_type_FM3(string what, byte[] file) => Assert.True(TypeOf(file) is null, what);

    [Theory, MemberData(nameof(Broken))]
    public void What_does_not_go_on_as_it_began_is_damaged_FM3(string what, byte[] file) =>
        Assert.True("attachment/damaged" == FileCheck.Of(TypeOf(file)!, new MemoryStream(file))?.Code, what);

    [Theory, MemberData(nameof(Polyglots))]
    public void What_is_two_things_at_once_is_refused_FM3(string what, byte[] file) =>
        Assert.True("attachment/hidden-content" == FileCheck.Of(TypeOf(file)!, new MemoryStream(file))?.Code, what);

    [Fact]
    public void No_beginning_of_a_file_and_no_changed_byte_of_it_brings_the_check_down_FM3()
    {
        foreach (var row in Sound)
        {
            var file = (byte[])row[1];
            if (file.Length > 1_000) continue;
            for (var length = 0; length < file.Length; length++) Check(file[..length]);
            for (var at = 0; at < file.Length; at++)
            {
                foreach (var value in new byte[] { 0, 1, 0x7F, 0x80, 0xFF })
                {
                    var changed = file.ToArray();
                    changed[at] = value;
                    Check(changed);
                }
            }
        }
    }

    private static void Check(byte[] file)
    {
        if (TypeOf(file) is { } type) FileCheck.Of(type, new MemoryStream(file));
    }

    private static FileType? TypeOf(byte[] file) => FileType.Of(file.AsSpan(0, Math.Min(FileType.HeadLength, file.Length)));

    private static byte[] Commented(byte[] comment) =>
        [.. SampleFile.Jpeg()[..2], 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. SampleFile.Jpeg()[2..]];
}
