namespace Suyuan.Common;

/// <summary>The languages that problems speak.</summary>
internal enum Language
{
    Chinese,
    English,
}

internal static class Languages
{
    /// <summary>Chinese unless the client prefers English.</summary>
    public static Language Preferred(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(tag => Speaks(tag, "zh") || Speaks(tag, "en"));
        return preferred is not null && Speaks(preferred, "en") ? Language.English : Language.Chinese;
    }

    public static string Tag(this Language language) => language == Language.English ? "en" : "zh-CN";

    private static bool Speaks(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
