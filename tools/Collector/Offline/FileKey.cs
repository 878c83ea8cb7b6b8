using System.Globalization;
using System.Text.RegularExpressions;

namespace Suyuan.Collector;

/// <summary>The file key of a line (文件密钥), as the platform shows it once: {gin}-{line}.{number}.{64 hexadecimal digits}.</summary>
public sealed partial record FileKey(string Gin, int Line, int Number, string Secret)
{
    public byte[] Bytes => Convert.FromHexString(Secret);

    public static FileKey Parse(string text)
    {
        var found = Shape().Match(text.Trim());
        if (!found.Success) throw new CollectorException("A file key reads 65001-1.1.<64 hexadecimal digits>.");
        return new(found.Groups[1].Value, Number(found.Groups[2]), Number(found.Groups[3]), found.Groups[4].Value);

        static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gin}-{Line}.{Number}.{Secret}");

    [GeneratedRegex(@"^(\d{5})-(\d{1,2})\.(\d{1,9})\.([0-9a-f]{64})\z")]
    private static partial Regex Shape();
}
