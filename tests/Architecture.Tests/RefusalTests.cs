using System.Reflection;
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
        Assert.Empty(Refusals.GroupBy(refusal => refusal.Refusal.Code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_code_has_a_chinese_and_an_english_text()
    {
        var catalogue = new ProblemCatalogue();
        Assert.Empty(Refusals.Select(refusal => refusal.Refusal.Code).Where(code => catalogue.Find(code) is null));
    }

    [Fact]
    public void Every_code_has_a_line_in_the_documentation()
    {
        var lines = File.ReadAllText(Path.Combine(Repository.Root, "docs", "problems.md"));
        Assert.Empty(new ProblemCatalogue().All.Select(problem => problem.Code).Where(code => !lines.Contains($"`{code}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_refusal_is_asserted_by_a_test()
    {
        var tests = string.Concat(
            new[] { "tests/Grains.Tests", "tests/WebApi.Tests" }.SelectMany(folder => Repository.Files(folder, "*.cs")).Select(File.ReadAllText));
        Assert.Empty(
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

    private static object? Default(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "x"
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;
}
