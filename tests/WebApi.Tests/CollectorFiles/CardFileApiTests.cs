using System.Text;
using Suyuan.Accounts;
using Suyuan.Collector;
using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.CollectorFiles.Tests;

[Collection(AppCollection.Name)]
public sealed class CardFileApiTests(SuyuanApp app)
{
    [Fact]
    public async Task A_card_file_tells_the_collector_what_it_must_know_and_is_sealed_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var card = await line.Gin.Card(1_000);

        var file = SealedFile.Read(await line.Export(), "suyuan-card-file", line.Key);

        Assert.Equal((line.Gin.Gin, "1", "IV"), (file["gin"], file["line"], file["model"]));
        Assert.Equal(("1", "1", "0", "0", "1"), (file["fileNumber"], file["key"], file["lastSequence"], file["lastCollectionFile"], file["count"]));
        Assert.Equal(("10", "20", "conditioned"), (file["queueLimit"], file["maximumDelayBales"], file["processedBasis"]));
        Assert.Equal($"{card},{line.Gin.Unit},1000,5,exported", Assert.Single(file.Rows));
        Assert.Equal("exported", (await line.Gin.CardView(card)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task File_numbers_of_a_line_increase_and_are_its_own_GL7()
    {
        var gin = await GivenGin.Create(app);
        var (line, other) = (await GivenOfflineLine.Create(gin), await GivenOfflineLine.Create(gin, 2, "V"));
        await line.Export();
        Assert.Equal("2", SealedFile.Read(await line.Export(), "suyuan-card-file", line.Key)["fileNumber"]);
        Assert.Equal("1", SealedFile.Read(await other.Export(), "suyuan-card-file", other.Key)["fileNumber"]);
        var known = await (await gin.Ginner.GetAsync($"{line.Path}/files")).Read();
        Assert.Equal((1, 2), (known.GetProperty("keyNumber").GetInt32(), known.GetProperty("lastCardFile").GetInt32()));
    }

    [Fact]
    public async Task A_card_file_is_refused_by_another_line_and_when_a_byte_was_changed_GL7()
    {
        var gin = await GivenGin.Create(app);
        var (line, other) = (await GivenOfflineLine.Create(gin), await GivenOfflineLine.Create(gin, 2, "V"));
        await gin.Card();
        var file = await line.Export();
        Assert.Contains("line 1", Assert.Throws<CollectorException>(() => SealedFile.Read(file, "suyuan-card-file", other.Key)).Message, StringComparison.Ordinal);
        var changed = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(file).Replace(",1000,", ",9000,", StringComparison.Ordinal));
        Assert.Contains("HMAC", Assert.Throws<CollectorException>(() => SealedFile.Read(changed, "suyuan-card-file", line.Key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voided_card_is_withdrawn_by_the_next_file_GL7()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var card = await line.Gin.Card();
        await line.Export();
        await (await line.Gin.Ginner.DeleteAsync($"{line.Gin.Path}/trace-cards/{card}")).ShouldBe(HttpStatus.Ok);
        Assert.Equal($"{card},,,,withdrawn", Assert.Single(SealedFile.Read(await line.Export(), "suyuan-card-file", line.Key).Rows));
    }

    [Fact]
    public async Task A_line_without_a_file_key_exports_nothing_and_marks_no_card_GL7()
    {
        var gin = await GivenGin.Create(app);
        await gin.Line(1, "IV");
        var card = await gin.Card();
        await (await gin.Ginner.PostAsync($"{gin.Path}/card-files", new { line = 1 })).ShouldBe(409, "collector-file/key-missing");
        Assert.Equal("printed", (await gin.CardView(card)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Files_and_keys_of_a_line_are_not_there_for_another_gin_AC5()
    {
        var line = await GivenOfflineLine.Create(await GivenGin.Create(app));
        var (other, device) = (await GivenGin.Create(app), (await line.Gin.Line(1, "IV")).Device);
        await (await other.Ginner.PostAsync($"{line.Gin.Path}/card-files", new { line = 1 })).ShouldBe(404, "common/not-found");
        await (await other.Ginner.PostAsync($"{line.Path}/file-keys", new { })).ShouldBe(404, "common/not-found");
        await (await other.Ginner.GetAsync($"{line.Path}/files")).ShouldBe(404, "common/not-found");
        await (await line.Upload(line.File(1, []), other.Ginner)).ShouldBe(404, "common/not-found");
        await (await other.Ginner.GetAsync($"{line.Path}/uploads/{Guid.NewGuid()}/report")).ShouldBe(404, "common/not-found");
        await (await device.PostAsync($"{line.Path}/file-keys", new { })).ShouldBe(403, "common/forbidden");
        var verifier = await app.As(Role.GinVerifier, line.Gin.Gin);
        await (await verifier.PostAsync($"{line.Path}/file-keys", new { })).ShouldBe(403, "common/forbidden");
        await (await line.Gin.Ginner.PostAsync($"{line.Gin.Path}/lines/9/file-keys", new { })).ShouldBe(404, "common/not-found");
    }
}
