using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Which class implements which grain interface.</summary>
internal sealed class GrainTypes
{
    private readonly Dictionary<GrainType, GrainClass> _classes = [];
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainType> _found = new();

    public GrainTypes(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()))
        {
            if (type is not { IsClass: true, IsAbstract: false } || !type.IsAssignableTo(typeof(IGrainBase))) continue;
            var name = NameOf(type);
            if (!_classes.TryAdd(name, new GrainClass(type)))
                throw new InvalidOperationException($"{type} and {_classes[name].Type} would both be the grain type {name}.");
        }
    }

    public GrainClass this[GrainType type] => _classes.TryGetValue(type, out var found)
        ? found
        : throw new ArgumentException($"No grain class is of type {type}.", nameof(type));

    public GrainType Implementing(Type grainInterface, string? classNamePrefix) =>
        _found.TryGetValue((grainInterface, classNamePrefix), out var known)
            ? known
            : _found.GetOrAdd((grainInterface, classNamePrefix), static (key, self) => self.Find(key.Interface, key.Prefix), this);

    private GrainType Find(Type grainInterface, string? classNamePrefix)
    {
        var found = _classes.Where(pair => pair.Value.Type.IsAssignableTo(grainInterface)
            && (classNamePrefix is null || pair.Value.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))).ToList();
        return found.Count == 1
            ? found[0].Key
            : throw new ArgumentException($"{found.Count} grain classes implement {grainInterface}; there must be one.");
    }

    private static GrainType NameOf(Type type)
    {
        const string suffix = "Grain";
        var name = type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name[..^suffix.Length] : type.Name;
        return GrainType.Create(name.ToLowerInvariant());
    }
}
