using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Batches.Tests;
using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using Suyuan.Filings.Tests;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Publishing.Tests;

/// <summary>PB4: personal data never leaves by this door, wherever people wrote it.</summary>
[Collection(AppCollection.Name)]
public sealed class PersonalDataTests(SuyuanApp app)
{
    private const string Id = "11010519491231002X";
    private const string Mobile = "13987654321";
    private const string Person = "欧阳志远";

    [Fact]
    public async Task Nothing_of_a_person_is_in_what_consumers_see_PB4()
    {
        var given = await GivenPublication.Create(app);
        await FillEverything(given);
        await OpenEverything(given);

        var view = await given.View();

        Assert.Superset(new HashSet<string> { "batch", "pruning", "transport", "sale", "profile", "zones", "training", "maintenance", "health-check" }, (await given.Tabs()).ToHashSet());
        var words = Words(view).ToList();
        string[] secrets = [Id, Mobile, Person, "110105", "19491231", "8765", "体检医院", "合格证0099", "复查", "producer-", "recorder", "cipher", "@"];
        Assert.All(secrets, secret => Assert.DoesNotContain(words, word => word.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(words, word => word == "欧*");
        // Not one file's name, and no account.
        Assert.DoesNotContain(words, word => word.Contains(".png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_checks_are_a_sentence_and_never_a_record_PB4()
    {
        var given = await GivenPublication.Create(app);
        await given.SiteRecord("health-check", Health("甲", Id, "fit"));
        await given.SiteRecord("health-check", Health("乙", null, "fit"));
        await (await given.PublishSite("health-check")).ShouldBe(HttpStatus.Ok);

        Assert.Equal("全部 2 名员工持有效健康证明", Summary(await given.View()));
        await given.SiteRecord("health-check", Health("丙", null, "again"));

        var view = await given.View();
        Assert.Equal("3 名员工中 2 名持有效健康证明", Summary(view));
        Assert.Equal(0, view.GetProperty("tabs")[0].GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task Filings_are_shown_as_they_were_issued_without_people_and_other_products_PB2_PB4()
    {
        var filer = await GivenFiler.Registered(app);
        await filer.Issued("enterprise");
        var (product, _) = (await filer.Issued("product"), await filer.Issued("product", "信阳红"));
        var producer = await GivenProducer.Of(app, filer.Code);
        await producer.GetReady();
        var opened = await producer.Recorder.PostAsync(
            producer.Path + "/batches", new { productFiling = product, zone = producer.Zone, plots = Array.Empty<string>(), answers = GivenBatch.Answers() });
        var items = new { items = (string[])["filing-enterprise", "filing-product"] };
        await (await producer.Administrator.PutAsync(producer.Path + "/publication/items", items)).ShouldBe(HttpStatus.Ok);

        var view = await (await producer.Recorder.GetAsync(opened.Headers.Location!.OriginalString + "/public-view")).Read();

        var tabs = view.GetProperty("tabs").EnumerateArray().ToDictionary(tab => tab.GetProperty("item").GetString()!);
        Assert.Equal("信阳毛尖", tabs["filing-product"].GetProperty("records").EnumerateArray().Single().GetProperty("title").GetProperty("zh").GetString());
        var words = Words(tabs["filing-enterprise"]).ToList();
        Assert.Contains(filer.Code, words);
        Assert.Contains("周*", words);
        string[] secrets = [GivenFiler.LegalId, GivenFiler.Mobile, "周建国", "李四", "信阳红", "licence.png", "138****"];
        Assert.All(secrets, secret => Assert.DoesNotContain(Words(view), word => word.Contains(secret, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("individual", false)]
    [InlineData("familyFarm", false)]
    [InlineData("company", true)]
    public async Task Private_persons_show_their_district_and_not_their_address_PB4(string kind, bool shown)
    {
        var given = await GivenPublication.Create(app);
        await (await given.Producer.SaveProfile(new
        {
            name = "径山茶业", kind, legalRepresentative = Person, district = GivenProducer.District, address = "径山镇长乐路 8 号", contact = Person,
            postalCode = "311123",
        })).ShouldBe(HttpStatus.Ok);
        await (await given.PublishSite("profile", "zones")).ShouldBe(HttpStatus.Ok);

        var words = Words(await given.View()).ToList();

        Assert.Equal(shown, words.Any(word => word.Contains("长乐路", StringComparison.Ordinal)));
        Assert.Equal(shown, words.Contains("杭州市余杭区径山镇"));
        Assert.Contains(GivenProducer.District, words);
    }

    [Theory]
    [InlineData("联系王五 13987654321", "联系王五 ****")]
    [InlineData("tel:+86 139-8765-4321。", "tel:****。")]
    [InlineData("身份证11010519491231002X已核", "身份证****已核")]
    [InlineData("手机：１３９８７６５４３２１（老王）", "手机：****（老王）")]
    [InlineData("身份证１１０１０５１９４９１２３１００２Ｘ，号牌Ａ１", "身份证****，号牌Ａ１")]
    [InlineData("139.8765.4321", "****")]
    [InlineData("110105 19491231 0028", "****")]
    [InlineData("身份码 33011000010010000017", "身份码 33011000010010000017")]
    [InlineData("亩产 1398 公斤，GB/T 22737-2008", "亩产 1398 公斤，GB/T 22737-2008")]
    [InlineData("6901234567892", "6901234567892")]
    public void Numbers_of_people_in_free_text_are_hidden_and_no_others_PB4(string written, string shown) =>
        Assert.Equal(shown, PersonalTraces.RemovedFrom(written));

    /// <summary>Every field of every form at once: what a form says is secret, or what no form says and is personal by its type.</summary>
    [Fact]
    public void No_form_of_the_product_lets_a_secret_out_PB4()
    {
        var answers = new PublicAnswers(new() { Today = default, Enterprise = new("x", "330110", null), Product = new("y", "tea") }, new(FormCatalogue.Load(), Districts.Read("")));
        foreach (var form in FormCatalogue.Load().All)
        {
            var given = new JsonObject();
            foreach (var field in form.Fields) given[field.Key] = Filled(field);
            var words = Words(JsonSerializer.SerializeToElement(answers.Sections(form, FormAnswers.Of(given)))).ToList();
            Assert.True(!words.Any(word => word.Contains("SECRET", StringComparison.Ordinal)), $"{form.Key}: {string.Join(' ', words)}");
            Assert.True(!words.Any(word => word.Contains("秘密", StringComparison.Ordinal)), $"{form.Key}: {string.Join(' ', words)}");
        }
    }

    private static JsonNode Filled(FormField field)
    {
        if (field.Type is FieldType.Rows)
        {
            var row = new JsonObject();
            foreach (var column in field.Fields) row[column.Key] = Filled(column);
            return new JsonArray(row);
        }

        if (field.Type is FieldType.IdNumber or FieldType.Mobile || field.Privacy is FieldPrivacy.Secret)
            return field.Type is FieldType.Choice ? field.Choices[0].Key : "SECRET";
        return field.Privacy is FieldPrivacy.Masked ? "王秘密" : "open";
    }

    private static async Task FillEverything(GivenPublication given)
    {
        var producer = given.Producer;
        await (await producer.SaveProfile(new
        {
            name = "径山茶业", kind = "company", legalRepresentative = Person, district = GivenProducer.District, address = "径山镇", contact = Person,
            contactMobile = Mobile, email = "ouyang@example.com", introduction = $"找{Mobile}订购，证件 {Id}",
        })).ShouldBe(HttpStatus.Ok);
        await (await given.Recorder.PutAsync($"{producer.Path}/zones/{producer.Zone}", new
        {
            answers = new
            {
                name = "一号茶园", code = "A-01", areaMu = 120.5, address = "径山镇", personInCharge = Person, personMobile = Mobile,
                environment = $"管理员电话 {Mobile}",
            },
        }, 1)).ShouldBe(HttpStatus.Ok);
        await given.Submitted("sale", new
        {
            date = GivenBatch.Day(1), product = "径山毛峰", buyer = Person, buyerPhone = Mobile, quantity = 5, unit = "kg", personInCharge = Person,
            note = $"{Id}",
        });
        await (await given.Recorder.PutAsync(given.Batch.Path + "/stages/transport", new { })).ShouldBe(HttpStatus.Ok);
        await given.Submitted("transport", new
        {
            carrier = "顺丰", vehicle = "浙A00001", driver = Person, driverMobile = Mobile, departedOn = GivenBatch.Day(1), from = "余杭", to = "上海",
            note = $"司机电话{Mobile}",
        });
        await given.SiteRecord("training", new
        {
            subject = "用药安全", date = "2026-05-05", trainer = Person, content = "安全间隔期", hours = 2,
            attendees = new[] { new { name = Person, post = "采茶工" } },
        });
        await given.SiteRecord("maintenance", new
        {
            equipment = "揉捻机", fault = $"联系 {Mobile}", date = "2026-05-05", work = "更换皮带", repairer = Person, result = "repaired",
        });
        await given.SiteRecord("health-check", Health(Person, Id, "again"));
        await (await given.Administrator.PutAsync(
            given.Profile, new { answers = GivenPublication.ProfileAnswers($"老板手机{Mobile}，身份证{Id}") }, 0)).ShouldBe(HttpStatus.Ok);
    }

    private static async Task OpenEverything(GivenPublication given)
    {
        await (await given.Publish("batch", "pruning", "sale", "transport")).ShouldBe(HttpStatus.Ok);
        await (await given.PublishSite("profile", "zones", "training", "maintenance", "health-check")).ShouldBe(HttpStatus.Ok);
    }

    private static object Health(string name, string? idNumber, string result) => new
    {
        name, sex = "male", idNumber, post = "采茶工", date = "2026-05-05", institution = "体检医院", result, certificateNo = "合格证0099",
        validUntil = "2099-01-01", note = $"{name} {Mobile}",
    };

    private static string? Summary(JsonElement view) =>
        view.GetProperty("tabs").EnumerateArray().Single().GetProperty("summary").GetProperty("zh").GetString();

    /// <summary>Every text and number in a document, wherever it stands.</summary>
    private static IEnumerable<string> Words(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Words(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Words),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };
}
