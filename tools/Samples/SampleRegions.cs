namespace Suyuan.Samples;

/// <summary>One division with two regiments of three companies each.</summary>
internal static class SampleRegions
{
    public static readonly (string Code, string Name)[] Above =
    [
        ("08", "第八师"),
        ("08-143", "一四三团"),
        ("08-150", "一五〇团"),
    ];

    public static readonly (string Code, string Name)[] Companies =
    [
        ("08-143-002", "二连"),
        ("08-143-005", "五连"),
        ("08-143-012", "十二连"),
        ("08-150-001", "一连"),
        ("08-150-003", "三连"),
        ("08-150-008", "八连"),
    ];

    /// <summary>Each regiment delivers to the gin on its ground.</summary>
    public static string GinOf(string company) => company.StartsWith("08-143", StringComparison.Ordinal) ? "65001" : "65002";
}
