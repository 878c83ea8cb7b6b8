using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suyuan.Bench;

/// <summary>What traces.sql calls its things, so that any of them can be asked for.</summary>
internal sealed record TracesFacts(int Batches)
{
    private const int Spread = 7919;

    /// <summary>Used by every second batch.</summary>
    public static string CommonLot => Id("lot", 1);

    /// <summary>The enterprise's own, which stands behind all of its batches.</summary>
    public static string EnterpriseFiling => Id("filing", 0);

    public static string Capacity => Id("filing", 1);

    public static string Product(int n) => Id("filing", 3 + n % 20);

    public static string Zone(int n) => Id("zone", 1 + n % 20);

    public static string Plot(int n) => Id("plot", n % 40);

    public string Batch(int n) => string.Create(CultureInfo.InvariantCulture, $"20260301{Any(n):00000}");

    public string Code(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"7{(Any(n) * 50L + n % 50) * 1000 + n % 1000:0000000000000000000}");

    public string Lot(int n) => Id("lot", 2 + (int)((long)n * Spread % (Math.Min(20_000, Batches * 10) - 1)));

    private int Any(int n) => 1 + (int)((long)n * Spread % Batches);

#pragma warning disable CA5351 // Only to call a thing as the SQL calls it.
    private static string Id(string kind, int n) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}{n}"))))[..20];
#pragma warning restore CA5351
}
