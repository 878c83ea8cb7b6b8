using System.Text;
using Suyuan.Accounts;
using Suyuan.Collector;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles.Tests;

/// <summary>The files that docs/file-formats.md shows are what the platform and the collector write and read.</summary>
public sealed class FileFormatTests
{
    private const string Secret = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static readonly FileKey Key = FileKey.Parse($"65001-1.1.{Secret}");
    private static readonly string Docs = Path.Combine(Root(), "docs");
    private static readonly byte[] Cards = File.ReadAllBytes(Path.Combine(Docs, "examples", "cards-65001-1-0017.csv"));
    private static readonly byte[] Collected = File.ReadAllBytes(Path.Combine(Docs, "examples", "collected-65001-1-0009.csv"));

    private static readonly CollectorFilesView Files =
        new() { Line = new(new("65001"), 1), KeyNumber = 1, Key = new() { KeyId = "1", Cipher = Secret }, LastCardFile = 17 };

    [Fact]
    public void The_page_shows_the_example_files_to_the_letter_and_the_key_that_seals_them_GL7()
    {
        var page = File.ReadAllText(Path.Combine(Docs, "file-formats.md"));
        foreach (var file in new[] { Cards, Collected })
            Assert.Contains(Encoding.ASCII.GetString(file).ReplaceLineEndings("\n"), page, StringComparison.Ordinal);
        Assert.Contains(Secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worked_example_of_the_page_is_computed_right_GL7()
    {
        var page = File.ReadAllText(Path.Combine(Docs, "file-formats.md"));
        var file = Encoding.ASCII.GetString(CollectionFileWriter.Write(Key, 1, new(2026, 10, 12, 20, 5, 11, TimeSpan.FromHours(8)), [new(1, "finish")]));
        var seal = file.Split("\r\n").Single(line => line.StartsWith("hmac,", StringComparison.Ordinal));
        Assert.Contains(seal[5..], page, StringComparison.Ordinal);
        Assert.Contains($"{file.Length - seal.Length - 2} bytes", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_card_file_is_read_by_the_collector_GL7()
    {
        var line = new OfflineLine();
        line.Import(SealedFile.Read(Cards, "suyuan-card-file", Key));
        Assert.Equal(["65001260000001114823", "65001260000001210754"], line.Cards.Keys);
        Assert.Equal((1200, 8, 700.25m), (line.LastSequence, line.LastCollectionFile, line.Cards["65001260000001114823"].QuotaKg));
    }

    [Fact]
    public async Task The_example_collection_file_is_taken_by_the_platform_GL7()
    {
        var seal = new FileSeal(new PlainSecrets());
        using var content = new MemoryStream(Collected);
        var verifier = new Caller("jy65001", Role.GinVerifier, "65001");
        var file = (await new CollectionCheck(Files, seal).Of(content, verifier, default)).Value;
        Assert.Equal((9, 1201L, 1209L, 9), (file.Number, file.FirstSequence, file.LastSequence, file.Count));

        using var again = new MemoryStream(Collected);
        Assert.Equal(
            GinLineRefusals.VerifierRequired.Code,
            (await new CollectionCheck(Files, seal).Of(again, verifier with { Role = Role.Ginner }, default)).Refusal?.Code);
    }

    [Fact]
    public void Every_row_of_the_example_is_one_that_the_collector_would_write_GL7()
    {
        var line = new OfflineLine();
        line.Import(SealedFile.Read(Cards, "suyuan-card-file", Key));
        foreach (var (index, row) in SealedFile.Read(Collected, "suyuan-collection-file", Key).Rows.Index())
        {
            var message = OfflineMessage.Parse(row);
            Assert.Equal(row, message.ToString());
            Assert.Null(message.Kind == "scan" ? line.WhyNotScan(message.Card!, message.DelayBales) : message.Kind == "reopen" ? line.WhyNotReopen(message.Card!) : null);
            Assert.Null(CollectionRow.Read(index + 12, row).Command!.Fault);
            line.Take(message);
        }

        Assert.True(line.Cards["65001260000001114823"].Complete);
        Assert.Equal("65001260000001210754", line.InWork?.Number);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Suyuan.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private sealed class PlainSecrets : IPersonalData
    {
        public string Hash(string value) => value;

        public void Hash(ReadOnlySpan<byte> value, Span<byte> hash) => throw new NotSupportedException();

        public ProtectedText Protect(string value) => new() { Cipher = value };

        public string Reveal(ProtectedText text) => text.Cipher;
    }
}
