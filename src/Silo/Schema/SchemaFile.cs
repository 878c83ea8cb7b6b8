using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Suyuan.Silo.Schema;

internal sealed partial record SchemaFile(int Number, string Name, string Sql)
{
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The files built into this assembly, by number.</summary>
    public static IReadOnlyList<SchemaFile> Embedded() =>
    [
        .. typeof(SchemaFile).Assembly.GetManifestResourceNames()
            .Where(name => FileName().IsMatch(name)).Select(Read).OrderBy(file => file.Number),
    ];

    private static SchemaFile Read(string resource)
    {
        using var reader = new StreamReader(typeof(SchemaFile).Assembly.GetManifestResourceStream(resource)!);
        return new(int.Parse(resource.AsSpan(0, 4), CultureInfo.InvariantCulture), resource, reader.ReadToEnd());
    }

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.sql$")]
    private static partial Regex FileName();
}
