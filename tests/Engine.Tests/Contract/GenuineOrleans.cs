using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Suyuan.Engine.Tests.Contract;

/// <summary>The types of Orleans itself: read from its package where that is at hand, and from the kept list where it is not.</summary>
internal static partial class GenuineOrleans
{
    public static Dictionary<string, TypeContract> Read()
    {
        var contracts = Kept().ToDictionary(contract => contract.Name);
        foreach (var contract in Packaged()) contracts[contract.Name] = contract;
        return contracts;
    }

    private static List<TypeContract> Packaged()
    {
        var package = typeof(GenuineOrleans).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "GenuineOrleans").Value!;
        var framework = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");
        using var context = new MetadataLoadContext(new PathAssemblyResolver([.. framework, package]));
        return [.. context.LoadFromAssemblyPath(package).GetTypes().Where(type => type.IsPublic).Select(Signatures.Of)];
    }

    private static IEnumerable<TypeContract> Kept()
    {
        using var reader = new StreamReader(typeof(GenuineOrleans).Assembly.GetManifestResourceStream("orleans-signatures.txt")!);
        foreach (var block in reader.ReadToEnd().Split("\n\n"))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToList();
            if (lines.Count == 0) continue;
            var header = Header().Match(lines[0]);
            var interfaces = BetweenTypes().Split(header.Groups["interfaces"].Value);
            yield return new(header.Groups["name"].Value, header.Groups["kind"].Value, interfaces, lines.Skip(1).SelectMany(Members));
        }
    }

    /// <summary>Whether a member is virtual and what its defaults are is not part of the contract.</summary>
    private static IEnumerable<string> Members(string line)
    {
        var text = Default().Replace(Modifier().Replace(line.Trim(), ""), "");
        var property = Property().Match(text);
        return property.Success
            ? property.Groups["accessor"].Captures.Select(accessor => $"{property.Groups["head"].Value} {accessor.Value}")
            : [text];
    }

    [GeneratedRegex(@"^(static |sealed |abstract )*(?<kind>class|struct|interface|enum) (?<name>[^:]+?)( : (?<interfaces>.+))?$")]
    private static partial Regex Header();

    // A comma inside angle brackets has more closing than opening ones after it.
    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex BetweenTypes();

    [GeneratedRegex(@"\b(virtual|protected) ")]
    private static partial Regex Modifier();

    [GeneratedRegex(@" = [^,)]+")]
    private static partial Regex Default();

    [GeneratedRegex(@"^(?<head>.+) \{ ((?<accessor>get|set); )+\}$")]
    private static partial Regex Property();
}
