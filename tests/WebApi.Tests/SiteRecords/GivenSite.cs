using System.Text.Json;
using Suyuan.Attachments.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.SiteRecords.Tests;

/// <summary>An enterprise of its own with its recorder, inputs and records, made through the API.</summary>
internal sealed class GivenSite(string path, HttpClient recorder)
{
    public string Path => path;

    public HttpClient Recorder => recorder;

    public static async Task<GivenSite> Create(TestApp app)
    {
        var enterprise = await GivenUploader.Create(app, "650100");
        return new("/api/v1/enterprises/" + enterprise.CreditCode, enterprise.Recorder);
    }

    /// <summary>Uploads a file and tells its digest.</summary>
    public async Task<string> Uploaded(byte[] file)
    {
        var uploaded = await Recorder.SendRaw(HttpMethod.Post, "/api/v1/attachments", file, "application/octet-stream");
        return (await uploaded.Read()).GetProperty("sha256").GetString()!;
    }

    public async Task<JsonElement> Item(string name = "尿素", string kind = "fertilizer", object? answers = null)
    {
        var added = await Recorder.PostAsync(Path + "/inputs", new { form = "input-" + kind, answers = answers ?? Fertilizer(name) });
        await added.ShouldBe(HttpStatus.Created);
        return await added.Read();
    }

    /// <summary>A purchase of the item; answers the lot's id.</summary>
    public async Task<string> Lot(string item, decimal quantity, string? validUntil = null, string lotNumber = "20260110") =>
        (await (await Buy(item, Purchase(quantity, validUntil, lotNumber))).Read()).GetProperty("id").GetString()!;

    /// <summary>A lot of a new item.</summary>
    public async Task<string> Lot(decimal quantity) => await Lot((await Item()).GetProperty("id").GetString()!, quantity);

    public Task<HttpResponseMessage> Buy(string item, object answers) => Recorder.PostAsync(Path + "/input-lots", new { item, answers });

    public async Task<decimal> Left(string lot) =>
        (await (await Recorder.GetAsync($"{Path}/input-lots/{lot}")).Read()).GetProperty("left").GetDecimal();

    public Task<HttpResponseMessage> Begin(string form, object answers) => Recorder.PostAsync(Path + "/site-records", new { form, answers });

    /// <summary>A draft; answers its address.</summary>
    public async Task<string> Draft(string form, object answers)
    {
        var begun = await Begin(form, answers);
        await begun.ShouldBe(HttpStatus.Created);
        return begun.Headers.Location!.OriginalString;
    }

    public async Task<string> Submitted(string form, object answers)
    {
        var path = await Draft(form, answers);
        await (await Recorder.PutAsync(path + "/submission", new { })).ShouldBe(HttpStatus.Ok);
        return path;
    }

    public async Task<List<JsonElement>> Records(string query) =>
        [.. (await (await Recorder.GetAsync(Path + "/site-records" + query)).Read()).GetProperty("items").EnumerateArray()];

    public static object Sanitation(string date = "2026-05-05", string place = "包装车间") =>
        new { place, date, cleaner = "张三", item = "地面", result = "passed" };

    public static object Use(params (string Lot, decimal Quantity)[] inputs) => new
    {
        date = "2026-05-05", purpose = "追肥", recipient = "王五", batch = "2026050500001",
        inputs = inputs.Select(use => new { lot = use.Lot, quantity = use.Quantity }),
    };

    public static object Fertilizer(string name = "尿素", string unit = "kg") =>
        new { name, unit, maker = "某化肥厂", kind = "nitrogen", composition = "N≥46%" };

    public static object Pesticide(string name = "吡虫啉", string registrationNo = "PD20070123", string toxicity = "low") => new
    {
        name, unit = "bottle", maker = "某农化厂", registrationNo, kind = "insecticide", toxicity, intervalDays = 14, mostApplications = 2,
    };

    public static object Purchase(decimal quantity, string? validUntil = null, string lotNumber = "20260110") =>
        new { purchasedOn = "2026-03-01", quantity, supplier = "天山农资公司", purchaser = "李四", lotNumber, producedOn = "2026-01-10", validUntil };
}
