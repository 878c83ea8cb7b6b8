using System.Globalization;
using System.Text.Json;
using Suyuan.Common.Tests;
using Suyuan.Seasons;

namespace Suyuan.GinLines.Tests;

/// <summary>A VI collector that numbers its messages, and can say each of them again.</summary>
internal sealed class GivenCollector(HttpClient device, string gin, int line)
{
    public HttpClient Device => device;

    public string Key => device.DefaultRequestHeaders.GetValues("X-Device-Key").Single();

    public string Gin => gin;

    public int Line => line;

    public string Path { get; } = $"/api/v1/gins/{gin}/lines/{line}";

    public long Sequence { get; set; }

    public Task<HttpResponseMessage> Scan(string card, int? delayBales = null, long? sequence = null) =>
        Post("scans", new { card, delayBales, sequence = sequence ?? ++Sequence });

    public Task<HttpResponseMessage> Press(decimal grossKg = 226.4m, string? barcode = null, long? sequence = null, DateTimeOffset? at = null)
    {
        sequence ??= ++Sequence;
        var pressedAt = at ?? new DateTimeOffset(ChinaTime.DateOf(DateTimeOffset.UtcNow).ToDateTime(new(8, 0)), ChinaTime.Offset);
        return Post("bales", new { barcode = barcode ?? Barcode(sequence.Value, pressedAt), grossKg, regainPct = 8.5m, pressedAt, sequence });
    }

    public Task<HttpResponseMessage> Finish(long? sequence = null) => Post("finishes", new { sequence = sequence ?? ++Sequence });

    public Task<HttpResponseMessage> Post(string what, object body) => device.PostAsync($"{Path}/{what}", body);

    public async Task<JsonElement> View() => await (await device.GetAsync(Path)).Read();

    public string Barcode(long bale, DateTimeOffset pressedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"32{gin}{ChinaTime.At(pressedAt):yyMMdd}1221550{line:00}0000{line % 10}{bale:00000}");
}
