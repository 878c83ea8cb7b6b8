using System.Collections.Immutable;
using System.Text.Json;
using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>
/// Administrative divisions (行政区划, GB/T 2260) by name. They come in a file that the build takes from npm; without it there are none,
/// and codes are shown as they are.
/// </summary>
internal sealed class Districts
{
    private readonly ImmutableArray<DistrictItem> ordered;
    private readonly ImmutableDictionary<DistrictCode, DistrictItem> byCode;

    private Districts(IEnumerable<DistrictItem> all)
    {
        ordered = [.. all.OrderBy(district => district.Code.Value, StringComparer.Ordinal)];
        byCode = ordered.ToImmutableDictionary(district => district.Code);
    }

    public static string File => Path.Combine(AppContext.BaseDirectory, "assets", "districts.json");

    public static Districts Read(string file)
    {
        if (!System.IO.File.Exists(file)) return new([]);
        using var stream = System.IO.File.OpenRead(file);
        return new(Of(JsonSerializer.Deserialize<Node[]>(stream, SuyuanJson.Options)!, null, ""));
    }

    public DistrictItem? Find(DistrictCode code) => byCode.GetValueOrDefault(code);

    /// <summary>
    /// Searched by name or by how a code begins: whatever is found in the parent. Not searched: the parent's immediate parts, or the
    /// provinces.
    /// </summary>
    public Page<DistrictItem> List(DistrictCode? parent, string? q, Limit limit, Cursor cursor)
    {
        var found = ordered.Where(district => string.IsNullOrEmpty(q)
            ? district.Parent == parent
            : IsWithin(parent, district) && (district.Name.Contains(q, StringComparison.Ordinal) || BeginsWith(district, q)));
        var rest = found.Where(district => string.CompareOrdinal(district.Code.Value, cursor[0]) > 0).Take(limit.Value + 1);
        return Page<DistrictItem>.Of([.. rest], limit, district => [district.Code.Value]);
    }

    private static bool IsWithin(DistrictCode? parent, DistrictItem district) =>
        parent is not { } above || (above.Contains(district.Code) && above != district.Code);

    private static bool BeginsWith(DistrictItem district, string q) => district.Code.Value.StartsWith(q, StringComparison.Ordinal);

    private static IEnumerable<DistrictItem> Of(IEnumerable<Node> nodes, DistrictCode? parent, string above) => nodes.SelectMany(node =>
    {
        var code = DistrictCode.Parse(node.Code, null);
        var full = node.IsHeading ? above : above + node.Name;
        return Of(node.Children ?? [], code, full).Prepend(new(code, node.OwnName, full, parent, node.Children is { Length: > 0 }));
    });

    /// <summary>As the file has it.</summary>
    private sealed record Node(string Code, string Name, Node[]? Children)
    {
        /// <summary>“自治区直辖县级行政区划” gathers counties that no prefecture has: a heading, and no part of anybody's address.</summary>
        public bool IsHeading => Name.Contains("直辖县级", StringComparison.Ordinal);

        public string OwnName => Name[(Name.LastIndexOf('-') + 1)..];
    }
}
