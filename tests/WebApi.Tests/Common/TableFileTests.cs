using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Suyuan.Common.Tests;

public sealed class TableFileTests
{
    private static readonly TableColumn[] Columns = [new("code", "连队编码"), new("name", "连队名称"), new("phone", "手机号") { Optional = true }];

    static TableFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "gb18030", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Csv_is_read_in_the_encodings_that_Excel_writes(string encoding)
    {
        var rows = Read("a.csv", Bytes("连队编码,连队名称,别的\r\n08-143-012,\"十二连, 东\",x\r\n\r\n08-143-013,十三连,y\r\n", Encoding.GetEncoding(encoding)));

        Assert.Equal([2, 4], rows.Select(row => row.Number));
        Assert.Equal("十二连, 东", rows[0]["name"]);
        Assert.Equal("", rows[0]["phone"]);
        Assert.Equal("08-143-013", rows[1]["code"]);
    }

    [Fact]
    public void English_headings_and_exported_formulas_are_understood() =>
        Assert.Equal("=1+1", Read("a.csv", Bytes("Code,NAME\n1,'=1+1\n", new UTF8Encoding(true)))[0]["name"]);

    [Theory]
    [InlineData("a.txt", "code,name\n", "table/unknown-format")]
    [InlineData("a.csv", "", "table/empty")]
    [InlineData("a.csv", "code\n1\n", "table/missing-column")]
    [InlineData("a.csv", "code,name\n1,a\u0001b\n", "table/unreadable")]
    [InlineData("a.csv", "code,name\n1,\"never closed\n", "table/unreadable")]
    [InlineData("a.xlsx", "not a workbook", "table/unreadable")]
    public void Files_that_are_no_tables_are_refused(string name, string content, string code) =>
        Assert.Equal(code, Assert.Throws<TableException>(() => Read(name, Bytes(content, Encoding.UTF8))).Refusal.Code);

    [Fact]
    public void Zip_bomb_is_refused_unopened()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++) entry.Write(zeros);
        }

        Assert.Equal("table/too-large", Assert.Throws<TableException>(() => Read("a.xlsx", packed.ToArray())).Refusal.Code);
    }

    private static byte[] Bytes(string text, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    private static List<TableRow> Read(string name, byte[] content)
    {
        using var file = TableFile.Open(new FormFile(new MemoryStream(content), 0, content.Length, "file", name), Columns);
        return [.. file.Rows()];
    }
}
