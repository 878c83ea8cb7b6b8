using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suyuan.Measures;

/// <summary>A decimal with a unit and a fixed number of places; travels in JSON as a plain number.</summary>
public interface IDecimalMeasure<TSelf> where TSelf : struct, IDecimalMeasure<TSelf>
{
    static abstract int Places { get; }
    static abstract TSelf Of(decimal value);
    decimal Value { get; }
}

/// <summary>Reads and writes measures; a number with more places or an absurd size does not parse.</summary>
public sealed class DecimalMeasureJsonConverter<T> : JsonConverter<T> where T : struct, IDecimalMeasure<T>
{
    private const decimal Largest = 1_000_000_000m;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var value))
            throw new JsonException($"{typeof(T).Name} is a decimal number.");
        if (Math.Abs(value) > Largest || decimal.Round(value, T.Places) != value)
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name} has at most {T.Places} places."));
        return T.Of(value);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
