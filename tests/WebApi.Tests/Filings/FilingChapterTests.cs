using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Filings.Tests;

/// <summary>Chapter one of the manual (备案管理系统), steps 1 to 10, in its order and its words.</summary>
[Collection(AppCollection.Name)]
public sealed class FilingChapterTests(SuyuanApp app)
{
    private const string Filings = GivenFiler.Filings;

    [Fact]
    public async Task Enterprise_files_itself_and_its_products_and_may_begin_tracing()
    {
        // 备案步骤1：点击注册备案管理系统。
        var given = GivenFiler.Unregistered(app);
        var mobile = GivenFiler.NewMobile();
        var registration = given.Registration(mobile, await GivenFiler.SendCode(app, mobile));
        await (await app.Anonymous.PostAsync("/api/v1/enterprise-registrations", registration)).ShouldBe(HttpStatus.Created);

        // 备案步骤2：输入账号和密码登录备案管理系统。
        var enterprise = await app.SignIn(given.UserName, "filers-own-password");
        var regulator = await app.As(Role.Regulator, given.County);
        await given.AttachLicence(enterprise);
        await ShouldBeClosed(enterprise, given.Code);

        // 备案步骤3：进入备案系统首页后，点击创建申请。 步骤4：有四个备案，其中企业备案和产品备案必须要填写；点击企业备案。
        var forms = await (await enterprise.GetAsync("/api/v1/forms?group=filing")).Read();
        Assert.Equal(
            ["企业备案", "产品备案", "生产能力备案", "供货能力备案"],
            forms.GetProperty("items").EnumerateArray().Select(form => form.GetProperty("label").GetProperty("zh").GetString()));
        var own = await Create(enterprise, "enterprise");

        // 备案步骤5：企业备案中，带星号的是必填项；包括企业基础信息、基地基本信息、厂区基本信息、人员设备信息和公司荣誉信息。
        var form = await (await enterprise.GetAsync("/api/v1/forms/enterprise-filing")).Read();
        Assert.Equal(
            ["企业基础信息", "基地基本信息", "厂区基本信息", "人员设备信息", "公司荣誉信息"],
            form.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("label").GetProperty("zh").GetString()));
        var stars = form.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("fields").EnumerateArray())
            .Where(field => field.TryGetProperty("required", out var star) && star.GetBoolean())
            .Select(field => field.GetProperty("key").GetString());
        var empty = await (await enterprise.PutAsync($"{Filings}/{own}/submission", new { })).ShouldBe(422, "form/answers-invalid");
        Assert.Equal(stars.Order(), empty.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        await (await enterprise.PutAsync($"{Filings}/{own}", new { answers = given.EnterpriseAnswers() }, 1)).ShouldBe(HttpStatus.Ok);

        // 备案步骤6：企业备案信息填写完以后，点击提交评审按钮。
        await (await enterprise.PutAsync($"{Filings}/{own}/submission", new { })).ShouldBe(HttpStatus.Ok);

        // 备案步骤7：在创建申请的页面中，点击产品备案。 步骤8：产品信息填写完，点击提交评审按钮；如果有多个产品，重复步骤7、8。
        var products = new List<string>();
        foreach (var product in new[] { "信阳毛尖", "信阳红" })
        {
            var filing = await Create(enterprise, "product");
            await (await enterprise.PutAsync($"{Filings}/{filing}", new { answers = GivenFiler.ProductAnswers(product) }, 1)).ShouldBe(HttpStatus.Ok);
            await (await enterprise.PutAsync($"{Filings}/{filing}/submission", new { })).ShouldBe(HttpStatus.Ok);
            products.Add(filing);
        }

        await ShouldBeClosed(enterprise, given.Code);

        // 备案步骤9：等待监管部门审批通过，即备案的状态从提交评审转变为已颁发。
        Assert.Equal(["提交评审", "提交评审", "提交评审"], await StatesInTheExport(enterprise));
        var waiting = await (await regulator.GetAsync($"{Filings}/work-list")).Read();
        Assert.Equal([own, .. products], waiting.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        foreach (var filing in products.Prepend(own))
            await (await regulator.PutAsync($"{Filings}/{filing}/issuance", new { opinion = "同意" })).ShouldBe(HttpStatus.Ok);
        Assert.Equal(["已颁发", "已颁发", "已颁发"], await StatesInTheExport(enterprise));

        // 备案步骤10：供货能力备案和生产能力备案，根据自身情况选择填写；企业和产品备案通过后，企业就可以进行追溯系统的相关操作。
        var standing = await (await enterprise.GetAsync($"/api/v1/enterprises/{given.Code}/standing")).Read();
        Assert.True(standing.GetProperty("allowed").GetBoolean());
        Assert.Equal(2, standing.GetProperty("productsIssued").GetInt32());
        await (await enterprise.PostAsync(Filings, new { kind = "supplyCapacity", answers = new { product = "信阳毛尖" } })).ShouldBe(HttpStatus.Created);
        await (await enterprise.PostAsync(Filings, new { kind = "productionCapacity", answers = new { product = "信阳毛尖" } })).ShouldBe(HttpStatus.Created);
    }

    private static async Task<string> Create(HttpClient enterprise, string kind)
    {
        var made = await enterprise.PostAsync(Filings, new { kind });
        await made.ShouldBe(HttpStatus.Created);
        return (await made.Read()).GetProperty("id").GetString()!;
    }

    private static async Task ShouldBeClosed(HttpClient enterprise, string code)
    {
        var standing = await (await enterprise.GetAsync($"/api/v1/enterprises/{code}/standing")).Read();
        Assert.False(standing.GetProperty("allowed").GetBoolean());
        Assert.Equal("enterprise/filing-required", standing.GetProperty("refusals")[0].GetProperty("code").GetString());
    }

    private static async Task<IEnumerable<string>> StatesInTheExport(HttpClient enterprise)
    {
        var table = await ExportedTable.Of(enterprise, Filings, "csv");
        var place = table.Headings.ToList().IndexOf("备案状态");
        return table.Rows.Skip(1).Select(row => row[place]);
    }
}
