using System.Globalization;

namespace Suyuan.GinLines;

/// <summary>One gin line (生产线): its gin and its number in the gin, 1 to 99.</summary>
[GenerateSerializer, Immutable, Alias("gin-line-id")]
public readonly record struct GinLineId([property: Id(0)] GinCode Gin, [property: Id(1)] int Number)
{
    public const int LargestNumber = 99;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gin}-{Number}");
}
