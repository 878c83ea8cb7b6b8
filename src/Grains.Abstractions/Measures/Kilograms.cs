using System.Globalization;
using System.Text.Json.Serialization;

namespace Suyuan.Measures;

/// <summary>A weight in kilograms (千克), exact to the gram.</summary>
[GenerateSerializer, Immutable, Alias("kilograms"), JsonConverter(typeof(DecimalMeasureJsonConverter<Kilograms>))]
public readonly record struct Kilograms([property: Id(0)] decimal Value) : IDecimalMeasure<Kilograms>, IComparable<Kilograms>
{
    public static Kilograms Zero => default;

    public static int Places => 3;

    public static Kilograms Of(decimal value) => new(value);

    /// <summary>Rounds to the gram, halves away from zero as scales do.</summary>
    public static Kilograms Rounded(decimal value) => new(decimal.Round(value, Places, MidpointRounding.AwayFromZero));

    public static Kilograms operator +(Kilograms left, Kilograms right) => new(left.Value + right.Value);

    public static Kilograms operator -(Kilograms left, Kilograms right) => new(left.Value - right.Value);

    public static bool operator <(Kilograms left, Kilograms right) => left.Value < right.Value;

    public static bool operator >(Kilograms left, Kilograms right) => left.Value > right.Value;

    public static bool operator <=(Kilograms left, Kilograms right) => left.Value <= right.Value;

    public static bool operator >=(Kilograms left, Kilograms right) => left.Value >= right.Value;

    public static Kilograms Add(Kilograms left, Kilograms right) => left + right;

    public static Kilograms Subtract(Kilograms left, Kilograms right) => left - right;

    public int CompareTo(Kilograms other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.###", CultureInfo.InvariantCulture);
}
