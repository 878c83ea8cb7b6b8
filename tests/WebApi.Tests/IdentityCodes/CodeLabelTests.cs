using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PdfSharp.Pdf.IO;
using Suyuan.Common.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Labels of codes in every format (IC1).</summary>
[Collection(AppCollection.Name)]
public sealed partial class CodeLabelTests(SuyuanApp app)
{
    [Fact]
    public async Task List_has_a_line_for_every_code_with_its_signed_address_IC1()
    {
        var given = await GivenCodes.Create(app);

        var lines = (await Text(given, "?format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("code,url", lines[0]);
        Assert.Equal(given.Run.Codes().Select(code => code.Value), lines.Skip(1).Select(line => line.Split(',')[0]));
        var signatures = app.Services.GetRequiredService<CodeSignature>();
        Assert.All(lines.Skip(1).Select(line => line.Split(',')), cells =>
        {
            var code = IdentityCode.Parse(cells[0], null);
            Assert.EndsWith($"/q/{code}?s={signatures.Of(code)}", cells[1], StringComparison.Ordinal);
            Assert.Matches("^[0-9a-z]{8}$", signatures.Of(code));
            Assert.True(signatures.Fits(code.Value, signatures.Of(code)));
            Assert.False(signatures.Fits(code.Value, "00000000"));
            Assert.False(signatures.Fits(code.Value, null));
        });
        Assert.Equal(100, lines.Skip(1).Select(line => line[^8..]).Distinct().Count());
    }

    [Fact]
    public async Task Sheets_have_forty_labels_each_and_are_read_as_pdf_IC1()
    {
        var given = await GivenCodes.Create(app);

        var content = await Bytes(given, "?format=pdf");

        using var document = PdfReader.Open(new MemoryStream(content), PdfDocumentOpenMode.Import);
        Assert.Equal(3, document.PageCount);
        var drawn = document.Pages.Cast<PdfSharp.Pdf.PdfPage>()
            .SelectMany(page => Shown().Matches(Encoding.ASCII.GetString(page.Contents.CreateSingleContent().Stream.UnfilteredValue)))
            .Select(match => match.Groups[1].Value);
        Assert.Equal(given.Run.Codes().Select(code => code.Value), drawn);
    }

    [Fact]
    public async Task One_code_is_a_drawing_or_a_picture_and_several_are_a_zip_IC1()
    {
        var given = await GivenCodes.Create(app);
        var one = $"&start={given.Code(3)}&end={given.Code(3)}";

        Assert.Contains($">{given.Code(3)}</text>", await Text(given, "?format=svg" + one), StringComparison.Ordinal);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await Bytes(given, "?format=png" + one))[..4]);
        foreach (var format in new[] { "svg", "png" })
        {
            using var zip = new ZipArchive(new MemoryStream(await Bytes(given, $"?format={format}&start={given.Code(90)}")));
            Assert.Equal(Enumerable.Range(90, 10).Select(unit => $"{given.Code(unit)}.{format}"), zip.Entries.Select(entry => entry.FullName));
        }
    }

    [Fact]
    public async Task Labels_are_of_codes_of_the_allocation_IC1()
    {
        var given = await GivenCodes.Create(app, 100_001);

        await (await Get(given, $"?start={given.Code(100_001)}")).ShouldBe(422, "identity-code/not-allocated");
        await (await Get(given, $"?start={given.Code(2)}&end={given.Code(1)}")).ShouldBe(422, "identity-code/end-before-start");
        await (await Get(given, "?format=pdf")).ShouldBe(422, "identity-code/too-many");
        await (await Get(given, "?format=gif")).ShouldBe(400, "common/malformed-parameter");
        var stranger = await GivenCodes.Create(app, 1);
        await (await stranger.Recorder.GetAsync($"{given.Allocations}/{given.Allocation}/labels")).ShouldBe(404, "common/not-found");
        Assert.Equal(100_002, (await Text(given, "?format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static Task<HttpResponseMessage> Get(GivenCodes given, string query) =>
        given.Recorder.GetAsync($"{given.Allocations}/{given.Allocation}/labels{query}");

    private static async Task<byte[]> Bytes(GivenCodes given, string query)
    {
        var answer = await Get(given, query);
        await answer.ShouldBe(HttpStatus.Ok);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> Text(GivenCodes given, string query) => Encoding.UTF8.GetString(await Bytes(given, query));

    [GeneratedRegex(@"\((\d+)\) Tj")]
    private static partial Regex Shown();
}
