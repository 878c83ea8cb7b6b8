using System.Globalization;

namespace Suyuan.Collector;

/// <summary>
/// Presses bales as a real line weighs them. The same seed, line and sequence give the same bale.
/// The barcode follows the layout "local-A": 2 prefix, 5 gin, 6 date, 2 line, 11 sequence, 6 bale number (line and serial).
/// It is ours, not the national one, of which only gin, date and bale number are public.
/// </summary>
public sealed class BalePress(string gin, int line, long seed = 0)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public LineMessage Press(long sequence, DateTimeOffset at)
    {
        var random = new Deterministic(seed, long.Parse(gin, CultureInfo.InvariantCulture), line, sequence);
        return new()
        {
            Resource = "bales",
            Sequence = sequence,
            Barcode = BarcodeOf(sequence, at),
            GrossKg = Math.Clamp(random.Normal(227, 3, 1), 205, 249),
            TareKg = 1.4m,
            RegainPct = random.Uniform(4, 8.5, 1),
            PressedAt = at,
        };
    }

    private string BarcodeOf(long sequence, DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $"32{gin}{at.ToOffset(China):yyMMdd}{line:00}{sequence:00000000000}{line % 10}{sequence % 100_000:00000}");
}
