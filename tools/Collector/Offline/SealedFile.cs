using System.Security.Cryptography;
using System.Text;

namespace Suyuan.Collector;

/// <summary>
/// A file that travels on the U-disk (docs/file-formats.md): header lines of `name,value`, the last of them the HMAC of every other
/// byte of the file, then the columns, then the rows.
/// </summary>
public sealed record SealedFile(IReadOnlyDictionary<string, string> Header, IReadOnlyList<string> Rows)
{
    private const string Seal = "hmac";
    private const string LineEnd = "\r\n";

    public string this[string name] =>
        Header.TryGetValue(name, out var value) ? value : throw new CollectorException($"The file does not say its {name}.");

    public static byte[] Write(
        IEnumerable<(string Name, object Value)> header, string columns, IEnumerable<string> rows, FileKey key)
    {
        var head = Lines(header.Select(line => FormattableString.Invariant($"{line.Name},{line.Value}")));
        var body = Lines(rows.Prepend(columns));
        return [.. head, .. Lines([$"{Seal},{SealOf([.. head, .. body], key)}"]), .. body];
    }

    /// <exception cref="CollectorException">The file is not whole, not of this line, or not as it was written.</exception>
    public static SealedFile Read(byte[] content, string kind, FileKey key)
    {
        var file = Parse(content, kind);
        if (file["gin"] != key.Gin || file["line"] != FormattableString.Invariant($"{key.Line}"))
            throw new CollectorException($"The file is for line {file["line"]} of {file["gin"]}, this is line {key.Line} of {key.Gin}.");
        if (file["key"] != FormattableString.Invariant($"{key.Number}"))
            throw new CollectorException($"The file is sealed under key {file["key"]}, this collector has key {key.Number}.");
        var (at, end) = SealIn(Encoding.Latin1.GetString(content));
        return file[Seal] == SealOf([.. content[..at], .. content[end..]], key)
            ? file
            : throw new CollectorException("The file's HMAC is wrong: it was changed, or the key is another one.");
    }

    /// <summary>As Read, but believes what it reads.</summary>
    public static SealedFile Parse(byte[] content, string kind)
    {
        var text = Encoding.Latin1.GetString(content);
        var (at, end) = SealIn(text);
        if (!text.StartsWith($"{kind},1\r\n", StringComparison.Ordinal) || at == 0 || end == 0)
            throw new CollectorException($"This is no {kind}.");
        var header = text[..end].Split(LineEnd, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(',', 2))
            .ToDictionary(line => line[0], line => line[^1], StringComparer.Ordinal);
        return new(header, text[end..].Split(LineEnd, StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    /// <summary>Where the line of the seal begins and where it ends; 0 where there is none.</summary>
    private static (int Begin, int End) SealIn(string text)
    {
        var begin = text.IndexOf($"\n{Seal},", StringComparison.Ordinal) + 1;
        return (begin, text.IndexOf('\n', begin) + 1);
    }

    private static string SealOf(byte[] content, FileKey key) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, content));

    private static byte[] Lines(IEnumerable<string> lines) =>
        Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + LineEnd)));
}
