using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Suyuan.Common;

/// <summary>Every refusal code with its status and its words, gathered from each noun's problems.json.</summary>
internal sealed class ProblemCatalogue
{
    private const string FileName = "problems.json";

    private readonly FrozenDictionary<string, ProblemDefinition> definitions;

    public ProblemCatalogue() => definitions = Load(typeof(ProblemCatalogue).Assembly);

    public IEnumerable<ProblemDefinition> All => definitions.Values.OrderBy(definition => definition.Code, StringComparer.Ordinal);

    public ProblemDefinition? Find(string code) => definitions.GetValueOrDefault(code);

    /// <summary>A code that nobody described still reaches the client, if only by its name; a test finds it before that.</summary>
    public ProblemDefinition Get(string code) =>
        Find(code) ?? new() { Code = code, Zh = new() { Title = code }, En = new() { Title = code } };

    private static FrozenDictionary<string, ProblemDefinition> Load(Assembly assembly)
    {
        var found = new Dictionary<string, ProblemDefinition>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(FileName, StringComparison.Ordinal)))
        {
            foreach (var (code, definition) in Read(assembly, name))
            {
                if (!found.TryAdd(code, definition with { Code = code }))
                    throw new InvalidOperationException($"The refusal code '{code}' is described twice.");
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, ProblemDefinition> Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, ProblemDefinition>>(stream, SuyuanJson.Options) ?? [];
    }
}
