using Suyuan.Accounts;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Chapter four of the manual's second part (身份码管理), steps 1 to 3, in its order and its words.</summary>
[Collection(AppCollection.Name)]
public sealed class CodeChapterTests(SuyuanApp app)
{
    [Fact]
    public async Task Recorder_binds_the_codes_of_the_labels_to_the_batch_that_was_sold()
    {
        // 身份码来源：这里的身份码来源于二维码上的身份码。
        var batch = await GivenBatch.Open(app);
        var (enterprise, recorder) = (batch.Producer, batch.Recorder);
        var run = GivenCodes.RunOf(await GivenCodes.Allocate(app, enterprise, 100));
        var codes = run.Codes().Select(code => code.Value).ToList();

        // 身份码管理主要是将身份码和生产批次关联；如果不关联，系统识别不出身份码对应的生产批次。
        var unknown = await (await recorder.GetAsync($"/api/v1/identity-codes/{codes[0]}")).Read();
        Assert.Equal("unbound", unknown.GetProperty("state").GetString());
        Assert.False(unknown.TryGetProperty("batch", out _));

        // 步骤1：在生产档案页面，找到要关联的生产批次，点击身份码管理。
        Assert.Equal(0, (await batch.Read("/code-ranges")).GetProperty("items").GetArrayLength());

        // 步骤2：点击“添加连续身份码”，弹出添加连续身份码窗口。 步骤3：输入开始身份码和结束码后，点击提交按钮。
        await (await recorder.PostAsync(batch.Path + "/code-ranges", new { start = codes[39], end = codes[0] }))
            .ShouldBe(422, "identity-code/end-before-start");
        await (await recorder.PostAsync(batch.Path + "/code-ranges", new { start = codes[0], end = codes[39] })).ShouldBe(HttpStatus.Created);

        // 企业每卖出一批产品，就对应一批身份码，企业只需要将这一批产品上二维码的码段范围填写到开始和结束身份码输入框中即可。
        var next = await GivenBatch.Open(app, enterprise);
        await (await recorder.PostAsync(next.Path + "/code-ranges", new { start = codes[30], end = codes[69] }))
            .ShouldBe(409, "identity-code/overlap");
        await (await recorder.PostAsync(next.Path + "/code-ranges", new { start = codes[40], end = codes[69] })).ShouldBe(HttpStatus.Created);

        string[] expected = [batch.Number, next.Number];
        for (var unit = 0; unit < 70; unit++)
        {
            var known = await (await recorder.GetAsync($"/api/v1/identity-codes/{codes[unit]}")).Read();
            Assert.Equal(("bound", expected[unit / 40]), (known.GetProperty("state").GetString(), known.GetProperty("batch").GetString()));
        }

        var listed = await (await (await app.As(Role.EnterpriseAdministrator, enterprise.Code)).GetAsync(enterprise.Path + "/code-ranges")).Read();
        Assert.Equal(
            [(codes[0], codes[39], 40), (codes[40], codes[69], 30)],
            listed.GetProperty("items").EnumerateArray().Select(range =>
                (range.GetProperty("start").GetString(), range.GetProperty("end").GetString(), range.GetProperty("codes").GetInt32())));
    }
}
