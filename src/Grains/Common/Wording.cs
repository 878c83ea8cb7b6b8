namespace Suyuan.Common;

/// <summary>What every text that people type must be: there, not endless, and without control characters, which nothing can show.</summary>
internal static class Wording
{
    public const int NameLength = 60;
    public const int ReasonLength = 500;

    public static bool Fits(string? text, int most = NameLength) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= most && !text.Any(char.IsControl);

    public static bool FitsOrIsEmpty(string? text, int most = NameLength) => string.IsNullOrEmpty(text) || Fits(text, most);
}
