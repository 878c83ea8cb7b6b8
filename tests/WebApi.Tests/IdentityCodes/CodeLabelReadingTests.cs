using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Suyuan.Common.Tests;
using ZXing;
using ZXing.Common;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>What a scanner that is not ours reads from labels of every format: the address, signature included (IC1).</summary>
[Collection(AppCollection.Name)]
public sealed partial class CodeLabelReadingTests(SuyuanApp app)
{
    private const int Labels = 45;

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("pdf")]
    public async Task A_scanner_reads_from_each_label_the_address_that_the_list_has_IC1(string format)
    {
        var given = await GivenCodes.Create(app, Labels);
        var list = Encoding.UTF8.GetString(await Bytes(given, "csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var content = await Bytes(given, format);

        var pictures = format == "pdf" ? Printed(content) : Unzipped(content).Select(file => format == "png" ? Png(file) : Svg(file));

        Assert.Equal(list.Skip(1).Select(line => line.Split(',')[1]), pictures.Select(Read));
    }

    private static string? Read(Picture picture)
    {
        var reader = new BarcodeReaderGeneric
        {
            Options = new DecodingOptions { PossibleFormats = [BarcodeFormat.QR_CODE], PureBarcode = true },
        };
        return reader.Decode(new RGBLuminanceSource(
            picture.Grey, picture.Width, picture.Grey.Length / picture.Width, RGBLuminanceSource.BitmapFormat.Gray8))?.Text;
    }

    private static IEnumerable<byte[]> Unzipped(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        foreach (var entry in zip.Entries)
        {
            using var file = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(file);
            yield return file.ToArray();
        }
    }

    /// <summary>One bit a dot, of whose filters two occur; the digits under the code are left out.</summary>
    private static Picture Png(byte[] file)
    {
        var (width, data) = (file[18] * 256 + file[19], Encoding.Latin1.GetString(file).IndexOf("IDAT", StringComparison.Ordinal) + 4);
        using var packed = new ZLibStream(new MemoryStream(file, data, file.Length - data), CompressionMode.Decompress);
        var (line, bytes) = (new byte[1 + ((width + 7) / 8)], new byte[(width + 7) / 8]);
        var grey = new byte[width * width];
        for (var y = 0; y < width; y++)
        {
            packed.ReadExactly(line);
            for (var at = 0; at < bytes.Length; at++) bytes[at] = line[0] == 2 ? (byte)(bytes[at] + line[1 + at]) : line[1 + at];
            for (var x = 0; x < width; x++) grey[(y * width) + x] = (bytes[x / 8] & (0x80 >> (x % 8))) == 0 ? (byte)0 : byte.MaxValue;
        }

        return new(width, grey);
    }

    private static Picture Svg(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        var side = int.Parse(Side().Match(text).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var black = new bool[side, side];
        foreach (Match bar in Bar().Matches(text))
        {
            var numbers = bar.Groups.Values.Skip(1).Select(group => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
            for (var x = numbers[0]; x < numbers[0] + numbers[2]; x++) black[numbers[1], x] = true;
        }

        return Enlarged(side, (x, y) => black[y, x]);
    }

    private static IEnumerable<Picture> Printed(byte[] file)
    {
        using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
        foreach (var page in document.Pages.Cast<PdfPage>())
        {
            var drawing = Encoding.ASCII.GetString(page.Contents.CreateSingleContent().Stream.UnfilteredValue);
            foreach (Match mask in Mask().Matches(drawing))
            {
                var side = int.Parse(mask.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                var (bits, row) = (Convert.FromHexString(mask.Groups[2].ValueSpan), (side + 7) / 8);
                yield return Enlarged(side, (x, y) => (bits[(y * row) + (x / 8)] & (0x80 >> (x % 8))) != 0);
            }
        }
    }

    private static Picture Enlarged(int side, Func<int, int, bool> isBlack)
    {
        const int dots = 4;
        var grey = new byte[side * dots * side * dots];
        for (var at = 0; at < grey.Length; at++)
            grey[at] = isBlack(at % (side * dots) / dots, at / (side * dots) / dots) ? (byte)0 : byte.MaxValue;
        return new(side * dots, grey);
    }

    private static async Task<byte[]> Bytes(GivenCodes given, string format)
    {
        var answer = await given.Recorder.GetAsync($"{given.Allocations}/{given.Allocation}/labels?format={format}");
        await answer.ShouldBe(HttpStatus.Ok);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex(@"viewBox=""0 0 (\d+) ")]
    private static partial Regex Side();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Bar();

    [GeneratedRegex(@"BI /W (\d+) /H \d+ /BPC 1 /IM true /D \[1 0\] /F /AHx ID\s([0-9A-F]+)>")]
    private static partial Regex Mask();

    private readonly record struct Picture(int Width, byte[] Grey);
}
