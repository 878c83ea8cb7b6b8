using System.Reflection;
using Orleans;

namespace Suyuan.Architecture.Tests;

/// <summary>
/// Orleans copies what crosses a grain boundary and finds its members by number: each type carries the attributes that this needs,
/// and none is forgotten because the embedded engine does not copy.
/// </summary>
public sealed class WireTests
{
    private static readonly Assembly Abstractions = Assembly.Load("Suyuan.Grains.Abstractions");
    private static readonly Assembly Grains = Assembly.Load("Suyuan.Grains");

    private static List<Type> GrainInterfaces =>
        [.. Abstractions.GetTypes().Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type))];

    private static HashSet<Type> WireTypes
    {
        get
        {
            var found = new HashSet<Type>();
            foreach (var method in GrainInterfaces.SelectMany(type => type.GetMethods()))
            {
                Visit(method.ReturnType, found);
                foreach (var parameter in method.GetParameters()) Visit(parameter.ParameterType, found);
            }

            foreach (var stored in StoredRecords) Visit(stored, found);
            return found;
        }
    }

    private static IEnumerable<Type> StoredRecords => Grains.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)));

    [Fact]
    public void There_are_grains_and_records_to_look_at()
    {
        Assert.NotEmpty(GrainInterfaces);
        Assert.True(WireTypes.Count > 20);
    }

    [Fact]
    public void A_grain_interface_and_its_methods_carry_an_alias() => Offenders.None(
        GrainInterfaces.Where(type => !type.IsDefined(typeof(AliasAttribute))).Select(type => type.Name)
            .Concat(GrainInterfaces.SelectMany(type => type.GetMethods())
                .Where(method => !method.IsDefined(typeof(AliasAttribute)))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")));

    [Fact]
    public void A_wire_type_is_serializable_immutable_and_has_an_alias() => Offenders.None(
        from type in WireTypes
        where !type.IsEnum
        where !type.IsDefined(typeof(GenerateSerializerAttribute)) || !type.IsDefined(typeof(ImmutableAttribute))
            || !type.IsDefined(typeof(AliasAttribute))
        select type.FullName);

    [Fact]
    public void Aliases_are_unique() => Offenders.None(
        WireTypes.Concat(GrainInterfaces)
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).Distinct()
            .Where(type => !type.IsEnum)
            .GroupBy(type => type.GetCustomAttribute<AliasAttribute>()?.Alias)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group)}"));

    [Fact]
    public void Every_member_of_a_wire_type_has_its_own_number() => Offenders.None(
        from type in WireTypes
        where !type.IsEnum
        let members = type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(property => property.DeclaringType == type && property.SetMethod is not null && property.Name != "EqualityContract").ToList()
        let numbers = members.Select(member => member.GetCustomAttribute<IdAttribute>()?.Id).ToList()
        where numbers.Contains(null) || numbers.Distinct().Count() != numbers.Count
        select type.FullName);

    [Fact]
    public void A_stored_record_decides_without_waiting_and_without_the_runtime() => Offenders.None(
        from type in StoredRecords
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where typeof(Task).IsAssignableFrom(method.ReturnType)
            || method.GetParameters().Any(parameter => Banned.Any(banned => banned.IsAssignableFrom(parameter.ParameterType)))
        select $"{type.Name}.{method.Name}");

    private static readonly Type[] Banned = [typeof(TimeProvider), typeof(IGrainFactory), typeof(IServiceProvider)];

    private static void Visit(Type type, HashSet<Type> found)
    {
        if (type.IsArray) Visit(type.GetElementType()!, found);
        foreach (var argument in type.GenericTypeArguments) Visit(argument, found);
        if (type.Namespace?.StartsWith("Suyuan", StringComparison.Ordinal) != true || !found.Add(type)) return;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
            Visit(property.PropertyType, found);
    }
}
