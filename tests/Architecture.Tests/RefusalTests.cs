using System.Reflection;
using System.Runtime.CompilerServices;
using Suyuan.Common;

namespace Suyuan.Architecture.Tests;

/// <summary>A refusal's code is stable, has words in both languages, a line in docs/problems.md and a test that asserts it.</summary>
public sealed class RefusalTests
{
    private static IEnumerable<MemberInfo> Members =>
        from type in new[] { "Suyuan.Grains.Abstractions", "Suyuan.WebApi" }.SelectMany(name => Assembly.Load(name).GetTypes())
        where type.IsAbstract && type.IsSealed && type.Name.EndsWith("Refusals", StringComparison.Ordinal)
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static)
        where member is PropertyInfo { PropertyType: var property } && property == typeof(Refusal)
            || member is MethodInfo { IsSpecialName: false, ReturnType: var returned } && returned == typeof(Refusal)
        select member;

    private static List<(MemberInfo Member, Refusal Refusal)> Refusals { get; } = [.. Members.Select(member => (member, Make(member)))];

    [Fact]
    public void Codes_are_kebab_case_under_their_noun_and_unique()
    {
        Assert.NotEmpty(Refusals);
        Assert.All(Refusals, refusal => Assert.Matches("^[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*$", refusal.Refusal.Code));
        Offenders.None(Refusals.GroupBy(refusal => refusal.Refusal.Code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_code_has_a_chinese_and_an_english_text()
    {
        var catalogue = new ProblemCatalogue();
        Offenders.None(Refusals.Select(refusal => refusal.Refusal.Code).Where(code => catalogue.Find(code) is null));
    }

    /// <summary>Run with SUYUAN_UPDATE=1 to write the page anew.</summary>
    [Fact]
    public void Every_code_has_a_line_in_the_documentation()
    {
        var lines = new ProblemCatalogue().All.Select(problem => $"| `{problem.Code}` | {problem.Status} | {problem.Zh.Detail} | {problem.En.Detail} |");
        var page = $"""
            # Problems

            Every refusal of the API is `application/problem+json` (RFC 9457) with one of these codes; codes are stable, words are not.

            | code | status | 中文 | English |
            |---|---|---|---|
            {string.Join('\n', lines)}

            """.ReplaceLineEndings("\n");
        var path = Path.Combine(Repository.Root, "docs", "problems.md");
        if (Environment.GetEnvironmentVariable("SUYUAN_UPDATE") == "1") File.WriteAllText(path, page);
        Assert.Equal(page, File.ReadAllText(path));
    }

    [Fact]
    public void Every_refusal_is_asserted_by_a_test()
    {
        var tests = string.Concat(
            new[] { "tests/Grains.Tests", "tests/WebApi.Tests" }.SelectMany(folder => Repository.Files(folder, "*.cs")).Select(File.ReadAllText));
        Offenders.None(
            from refusal in Refusals
            where !tests.Contains($"{refusal.Member.DeclaringType!.Name}.{refusal.Member.Name}", StringComparison.Ordinal)
                && !tests.Contains($"\"{refusal.Refusal.Code}\"", StringComparison.Ordinal)
            select refusal.Refusal.Code);
    }

    private static Refusal Make(MemberInfo member) => member switch
    {
        PropertyInfo property => (Refusal)property.GetValue(null)!,
        MethodInfo method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Default)])!,
        _ => throw new InvalidOperationException(),
    };

    private static object? Default(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "x",
        { IsArray: true } type => Array.CreateInstance(type.GetElementType()!, 0),
        { IsValueType: true } type => Activator.CreateInstance(type),
        { IsInterface: true } => null,
        var type => RuntimeHelpers.GetUninitializedObject(type),
    };
}
