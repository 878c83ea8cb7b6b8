namespace Suyuan.Architecture.Tests;

public sealed class TidyTests
{
    private const int LongestFile = 200;
    private const int LongestFunction = 40;
    private const int LongestLine = 140;

    private static IEnumerable<string> Sources =>
        new[] { "src", "tools", "bench" }.SelectMany(folder => Repository.Files(folder, "*.cs"));

    [Fact]
    public void A_file_has_at_most_200_lines() => Offenders.None(
        Sources.Select(path => (File: Repository.Relative(path), Lines: File.ReadLines(path).Count())).Where(file => file.Lines > LongestFile));

    [Fact]
    public void A_line_has_at_most_140_characters() => Offenders.None(
        from path in Sources
        from line in File.ReadLines(path).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{Repository.Relative(path)}:{line.Number}");

    [Fact]
    public void A_function_has_at_most_40_lines() => Offenders.None(
        from path in Sources
        from function in Functions(File.ReadAllLines(path))
        where function.Lines > LongestFunction
        select $"{Repository.Relative(path)}:{function.Start} has {function.Lines} lines");

    [Fact]
    public void A_file_names_the_public_type_it_holds() => Offenders.None(
        from path in Repository.Files("src", "*.cs")
        let name = Path.GetFileName(path).Split('.')[0]
        where !GroupedFiles.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) && name is not ("Program" or "Attributes")
        where !File.ReadAllText(path).Contains(name.Split('`')[0], StringComparison.Ordinal)
        select Repository.Relative(path));

    [Fact]
    public void Nothing_is_left_for_later() => Offenders.None(
        from path in Sources.Concat(Repository.Files("tests", "*.cs")).Concat(Repository.Files("src", "*.sql"))
        where !path.EndsWith("TidyTests.cs", StringComparison.Ordinal)
        let text = File.ReadAllText(path)
        where new[] { "TODO", "FIXME", "HACK", "NotImplementedException", "Skip =" }.Any(word => text.Contains(word, StringComparison.Ordinal))
        select Repository.Relative(path));

    private static readonly string[] GroupedFiles = ["Commands", "Refusals", "Requests", "Views", "Filters", "Facts", "OfT"];

    /// <summary>A body is what stands between a brace alone on its line and its partner at the same indentation, after a line that ends a signature.</summary>
    private static IEnumerable<(int Start, int Lines)> Functions(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (lines[i].Trim() != "{" || indent < 4 || indent % 4 != 0 || !EndsSignature(lines[i - 1])) continue;
            var close = new string(' ', indent) + "}";
            var end = Array.FindIndex(lines, i, line => line.StartsWith(close, StringComparison.Ordinal));
            if (end > i) yield return (i, end - i - 1);
        }
    }

    private static bool EndsSignature(string line)
    {
        var text = line.Trim();
        var isType = new[] { "class ", "record ", "struct ", "interface ", "enum " }.Any(word => $" {text}".Contains($" {word}", StringComparison.Ordinal));
        return !isType && !text.Contains(" = new", StringComparison.Ordinal) && (text.EndsWith(')') || text.StartsWith("where ", StringComparison.Ordinal)) && !text.StartsWith("//", StringComparison.Ordinal);
    }
}
