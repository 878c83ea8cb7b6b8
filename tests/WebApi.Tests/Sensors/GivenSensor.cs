using System.Text.Json;
using Suyuan.Attachments.Tests;
using Suyuan.Common.Tests;

namespace Suyuan.Sensors.Tests;

/// <summary>A sensor of an enterprise of its own, and its device.</summary>
internal sealed class GivenSensor
{
    public const string Readings = "/api/v1/sensor-readings";

    private GivenSensor(GivenUploader farm, JsonElement view) => (Farm, View, Device) = (farm, view, farm.App.WithDeviceKey(KeyOf(view)));

    public GivenUploader Farm { get; }

    public JsonElement View { get; }

    public HttpClient Device { get; }

    public string Id => View.GetProperty("id").GetString()!;

    public string Path => $"/api/v1/enterprises/{Farm.CreditCode}/sensors/{Id}";

    public static async Task<GivenSensor> Create(TestApp app, params string[] quantities)
    {
        var farm = await GivenUploader.Create(app);
        return await Of(farm, quantities.Length == 0 ? ["airTemperature", "soilPh"] : quantities);
    }

    public static async Task<GivenSensor> Of(GivenUploader farm, params string[] quantities)
    {
        var answer = await farm.Recorder.PostAsync(
            $"/api/v1/enterprises/{farm.CreditCode}/sensors", new { name = "一号棚气象站", quantities = quantities.Select(quantity => new { quantity }) });
        await answer.ShouldBe(HttpStatus.Created);
        return new(farm, await answer.Read());
    }

    public static string KeyOf(JsonElement view) => view.GetProperty("key").GetString()!;

    public static object Reading(DateTimeOffset at, decimal value, string quantity = "airTemperature") => new { quantity, value, at };

    public Task<HttpResponseMessage> Send(params IEnumerable<object> readings) => Device.PostAsync(Readings, new { readings });

    /// <summary>Sends and tells how many were stored, repeated, flagged and refused.</summary>
    public async Task<(int Stored, int Repeated, int OutOfRange, int Refused)> Sent(params IEnumerable<object> readings)
    {
        var answer = await (await Send(readings)).Read();
        return (
            answer.GetProperty("stored").GetInt32(), answer.GetProperty("repeated").GetInt32(), answer.GetProperty("outOfRange").GetInt32(),
            answer.GetProperty("refused").GetArrayLength());
    }

    public async Task<JsonElement> Chart(string query) => await (await Farm.Recorder.GetAsync($"{Path}/charts?{query}")).Read();

    public async Task<List<JsonElement>> All(string query = "")
    {
        var (items, cursor) = (new List<JsonElement>(), (string?)null);
        do
        {
            var page = await (await Farm.Recorder.GetAsync($"{Path}/readings?limit=200{query}" + (cursor is null ? "" : $"&cursor={cursor}"))).Read();
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return items;
    }
}
