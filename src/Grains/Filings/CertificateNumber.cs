using System.Globalization;
using Suyuan.Regions;

namespace Suyuan.Filings;

/// <summary>The number of a certificate (备案证书编号): letters of its kind, district, year of issue in China, serial.</summary>
internal static class CertificateNumber
{
    public static string Of(FilingKind kind, DistrictCode district, DateOnly issued, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{Letters(kind)}-{district}-{issued.Year:0000}-{serial:000000}");

    private static string Letters(FilingKind kind) => kind switch
    {
        FilingKind.Enterprise => "QY",
        FilingKind.Product => "CP",
        FilingKind.SupplyCapacity => "GH",
        FilingKind.ProductionCapacity => "SC",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
