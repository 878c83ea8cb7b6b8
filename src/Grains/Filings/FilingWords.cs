namespace Suyuan.Filings;

/// <summary>How much a regulator may write.</summary>
internal static class FilingWords
{
    public const int Longest = 500;
}
