using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suyuan.Seasons;

/// <summary>Season (年度): the year in which the cotton was sown; 2026 runs from 2026-08-01 to 2027-07-31 China time.</summary>
[GenerateSerializer, Immutable, Alias("season-year"), JsonConverter(typeof(SeasonYearJsonConverter))]
public readonly record struct SeasonYear([property: Id(0)] int Value) : IParsable<SeasonYear>
{
    private const int FirstMonth = 8;

    public static SeasonYear Of(DateTimeOffset instant)
    {
        var china = ChinaTime.At(instant);
        return new(china.Month >= FirstMonth ? china.Year : china.Year - 1);
    }

    public static SeasonYear Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var season) ? season : throw new FormatException("Not a season.");

    public static bool TryParse(string? s, IFormatProvider? provider, out SeasonYear result)
    {
        var parsed = int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsSeason(year);
        result = parsed ? new(year) : default;
        return parsed;
    }

    internal static bool IsSeason(int year) => year is >= 2000 and <= 2099;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class SeasonYearJsonConverter : JsonConverter<SeasonYear>
{
    public override SeasonYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var year) && SeasonYear.IsSeason(year)
            ? new(year)
            : throw new JsonException("A season is a year from 2000 to 2099.");

    public override void Write(Utf8JsonWriter writer, SeasonYear value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
