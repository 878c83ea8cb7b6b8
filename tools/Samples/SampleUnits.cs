namespace Suyuan.Samples;

/// <summary>Twenty units in every formation and state. Members are taken from the company's roster until the area suffices.</summary>
internal static class SampleUnits
{
    public const string Approved = "approved";
    public const string Pending = "pending";
    public const string Rejected = "rejected";
    public const string Dissolved = "dissolved";

    private const decimal EnoughMu = 520;

    private static readonly (int Company, string Formation, string Fate)[] Plan =
    [
        (0, "company", Approved), (0, "company", Pending), (0, "free", Approved), (0, "individual", Approved),
        (1, "company", Approved), (1, "free", Approved), (1, "cooperative", Approved), (1, "individual", Approved),
        (2, "company", Approved), (2, "company", Rejected), (2, "cooperative", Pending),
        (3, "company", Approved), (3, "free", Approved), (3, "individual", Approved),
        (4, "company", Approved), (4, "cooperative", Approved), (4, "free", Dissolved),
        (5, "company", Approved), (5, "company", Pending), (5, "free", Rejected),
    ];

    public static IReadOnlyList<SampleUnit> Create(IReadOnlyList<SampleGrower> roster)
    {
        var units = new List<SampleUnit>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, formation, fate) in Plan)
        {
            var (code, name) = SampleRegions.Companies[at];
            var pool = roster.Where(
                grower => grower.Company == code && grower.Legal == (formation == "individual") && !used.Contains(grower.Number));
            List<SampleGrower> members = [.. Enough(pool)];
            used.UnionWith(members.Select(member => member.Number));
            var number = units.Count(unit => unit.Company == code) + 1;
            units.Add(new($"{RegimentOf(code)}{name}{Word(formation)}{number}", code, formation, fate, members)
            {
                Waits = at == 3 && formation == "individual" || at == 4 && formation == "cooperative",
            });
        }

        return units;
    }

    private static IEnumerable<SampleGrower> Enough(IEnumerable<SampleGrower> pool)
    {
        var area = 0m;
        foreach (var grower in pool)
        {
            if (area >= EnoughMu) yield break;
            area += grower.AreaMu;
            yield return grower;
        }
    }

    private static string RegimentOf(string company) => SampleRegions.Above.Single(region => region.Code == company[..6]).Name;

    private static string Word(string formation) => formation switch
    {
        "company" => "连队单元",
        "free" => "自由组团单元",
        "cooperative" => "合作社单元",
        _ => "单独单元",
    };
}
