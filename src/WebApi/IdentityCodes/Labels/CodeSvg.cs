using System.Globalization;
using System.Text;

namespace Suyuan.IdentityCodes;

/// <summary>A label as a drawing: one path of bars for the QR code, and the digits under it.</summary>
internal static class CodeSvg
{
    private const int TextHeight = 4;

    public static byte[] Make(CodeLabel label)
    {
        var modules = label.Qr();
        var (side, path) = (modules.Length, new StringBuilder());
        for (var row = 0; row < side; row++)
        {
            for (var first = 0; first < side; first++)
            {
                if (!modules[row][first]) continue;
                var end = first;
                while (end < side && modules[row][end]) end++;
                path.Append(CultureInfo.InvariantCulture, $"M{first} {row}h{end - first}v1h-{end - first}z");
                first = end;
            }
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side + TextHeight}" width="30mm">
            <rect width="100%" height="100%" fill="#fff"/><path shape-rendering="crispEdges" d="{path}"/>
            <text x="{side / 2.0}" y="{side + 1}" text-anchor="middle" textLength="{side - 4}" lengthAdjust="spacingAndGlyphs"
             font-family="monospace" font-size="3">{label.Code}</text>
            </svg>

            """);
        return Encoding.UTF8.GetBytes(text);
    }
}
