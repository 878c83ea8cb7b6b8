using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Suyuan.Common;

/// <summary>
/// The serializer watches over members that are null, but not over nulls inside a list: such a body is refused here, before a handler
/// trips over it. Lists of structs refuse a null by themselves.
/// </summary>
internal static class NullElements
{
    private static readonly MethodInfo Check =
        typeof(NullElements).GetMethod(nameof(HoldsNull), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void Refuse(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var member in type.Properties)
        {
            if (member.Get is not { } get || ElementOf(member.PropertyType) is not { } element) continue;
            var holdsNull = Check.MakeGenericMethod(element).CreateDelegate<Func<object?, bool>>();
            type.OnDeserialized += body =>
            {
                if (holdsNull(get(body))) throw new JsonException($"{member.Name} holds a null.");
            };
        }
    }

    private static Type? ElementOf(Type list)
    {
        var given = Nullable.GetUnderlyingType(list) ?? list;
        if (!given.IsGenericType || given.GetGenericTypeDefinition() != typeof(ImmutableArray<>)) return null;
        var element = given.GetGenericArguments()[0];
        return element.IsValueType ? null : element;
    }

    private static bool HoldsNull<T>(object? list) where T : class =>
        list is ImmutableArray<T> { IsDefault: false } elements && elements.Any(element => element is null);
}
