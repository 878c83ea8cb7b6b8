using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Silo.Storage;

namespace Suyuan.StoredStates;

/// <summary>
/// What is stored once must load for ever: a golden document of every stored record, with every member filled. A member may be added to
/// a record and to its document; none may be renamed, removed or given another meaning.
/// </summary>
public sealed class StoredStateTests
{
    private const string Folder = "StoredStates";

    /// <summary>The kinds of state and their records, as the grains hold them.</summary>
    private static readonly SortedDictionary<string, Type> Records = new(
        (from grain in typeof(Account).Assembly.GetTypes()
         where typeof(Grain).IsAssignableFrom(grain)
         from parameter in grain.GetConstructors().SelectMany(constructor => constructor.GetParameters())
         let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
         where state is not null
         select KeyValuePair.Create(state.StateName, parameter.ParameterType.GetGenericArguments()[0])).ToDictionary(),
        StringComparer.Ordinal);

    public static TheoryData<string> Kinds => [.. Records.Keys];

    [Fact]
    public void Every_kind_of_state_has_its_golden_document() => Assert.Equal(
        Records.Keys,
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, Folder), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Golden_document_loads_and_is_written_back_the_same(string kind)
    {
        var golden = Golden(kind);

        var written = JsonSerializer.SerializeToNode(golden.Deserialize(Records[kind], StateSerializer.Options), StateSerializer.Options);

        Assert.True(JsonNode.DeepEquals(golden, written), $"{kind} is now written as {written?.ToJsonString(StateSerializer.Options)}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Golden_document_fills_every_member_somewhere(string kind)
    {
        var filled = new Dictionary<(Type Record, string Member), bool>();
        Note(Golden(kind), Records[kind], filled);
        Assert.Empty(filled.Where(member => !member.Value).Select(member => $"{member.Key.Record.Name}.{member.Key.Member}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void State_older_than_its_members_loads_with_their_initial_values(string kind) => Assert.Empty(
        from record in RecordsWithin(Records[kind])
        // A positional record is stored whole from its first day; only a member with an initial value can be added to one.
        where record.GetConstructor(Type.EmptyTypes) is not null
        let loaded = JsonSerializer.Deserialize("{}", record, StateSerializer.Options)
        from member in record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where IsUnusable(member, member.GetValue(loaded))
        select $"{record.Name}.{member.Name}");

    private static JsonNode Golden(string kind) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Folder, kind + ".json")))!;

    private static void Note(JsonNode? node, Type type, Dictionary<(Type Record, string Member), bool> filled)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list) Note(element, Stripped(type), filled);
        }
        else if (node is JsonObject document)
        {
            foreach (var member in MembersOf(Stripped(type)))
            {
                var value = document[JsonNamingPolicy.CamelCase.ConvertName(member.Name)];
                var key = (member.DeclaringType!, member.Name);
                filled[key] = filled.GetValueOrDefault(key) || IsFilled(value);
                Note(value, member.PropertyType, filled);
            }
        }
    }

    private static bool IsFilled(JsonNode? value) => value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonObject => true,
        _ => value.ToJsonString() is not ("0" or "false" or "\"\""),
    };

    private static bool IsUnusable(PropertyInfo member, object? value) => value is null
        ? new NullabilityInfoContext().Create(member).ReadState is not NullabilityState.Nullable
        : IsList(member.PropertyType) && (bool)member.PropertyType.GetProperty(nameof(ImmutableArray<>.IsDefault))!.GetValue(value)!;

    private static HashSet<Type> RecordsWithin(Type type, HashSet<Type>? found = null)
    {
        found ??= [];
        if (type.IsClass && MembersOf(type).Any() && found.Add(type))
        {
            foreach (var member in MembersOf(type)) RecordsWithin(Stripped(member.PropertyType), found);
        }

        return found;
    }

    // What writes itself is one value, whatever it is made of.
    private static IEnumerable<PropertyInfo> MembersOf(Type record) => record.IsDefined(typeof(JsonConverterAttribute))
        ? []
        : record.GetProperties().Where(member => member.IsDefined(typeof(IdAttribute)));

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    /// <summary>What a list holds, or what a nullable is when it is there.</summary>
    private static Type Stripped(Type type) =>
        IsList(type) ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
}
