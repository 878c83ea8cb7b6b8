using System.Reflection;

namespace Suyuan.Architecture.Tests;

/// <summary>References go one way: WebApi → Silo → Grains → Grains.Abstractions → engine.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Suyuan.Grains.Abstractions", "Suyuan.Grains", "Suyuan.Silo", "Suyuan.WebApi", "Npgsql", "Microsoft.AspNetCore.Http")]
    [InlineData("Suyuan.Grains", "Suyuan.Silo", "Suyuan.WebApi", "Microsoft.AspNetCore.Http")]
    [InlineData("Suyuan.Silo", "Suyuan.WebApi")]
    [InlineData("Suyuan.WebApi", "Suyuan.Grains")]
    public void An_assembly_does_not_reach_where_it_may_not(string assembly, params string[] forbidden)
    {
        var referenced = Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name);
        Offenders.None(referenced.Intersect(forbidden));
    }

    [Fact]
    public void Engine_specific_code_lives_in_the_engines_folder_only() => Offenders.None(
        from path in Repository.Files("src", "*.cs")
        where !Repository.Relative(path).StartsWith("src/Orleans.Embedded/", StringComparison.Ordinal)
            && !Repository.Relative(path).StartsWith("src/Silo/Engines/", StringComparison.Ordinal)
        let text = File.ReadAllText(path)
        where text.Contains("#if", StringComparison.Ordinal) || text.Contains("Orleans.Embedded", StringComparison.Ordinal)
        select Repository.Relative(path));
}
