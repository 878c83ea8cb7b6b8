using System.Globalization;
using System.Text.Json.Serialization;

namespace Suyuan.Measures;

/// <summary>An area in mu (亩), 666.67 square metres, to two places.</summary>
[GenerateSerializer, Immutable, Alias("mu"), JsonConverter(typeof(DecimalMeasureJsonConverter<Mu>))]
public readonly record struct Mu([property: Id(0)] decimal Value) : IDecimalMeasure<Mu>, IComparable<Mu>
{
    public static Mu Zero => default;

    public static int Places => 2;

    public static Mu Of(decimal value) => new(value);

    public static Mu operator +(Mu left, Mu right) => new(left.Value + right.Value);

    public static bool operator <(Mu left, Mu right) => left.Value < right.Value;

    public static bool operator >(Mu left, Mu right) => left.Value > right.Value;

    public static bool operator <=(Mu left, Mu right) => left.Value <= right.Value;

    public static bool operator >=(Mu left, Mu right) => left.Value >= right.Value;

    public static Mu Add(Mu left, Mu right) => left + right;

    public int CompareTo(Mu other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.##", CultureInfo.InvariantCulture);
}
