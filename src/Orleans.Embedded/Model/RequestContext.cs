using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Named values which travel with a call, and with the calls it makes, but not back.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Local = new();

    public static IEnumerable<string> Keys => Local.Value?.Keys ?? [];

    public static IEnumerable<KeyValuePair<string, object>> Entries => Local.Value ?? [];

    internal static ImmutableDictionary<string, object>? Values
    {
        get => Local.Value;
        set => Local.Value = value;
    }

    public static object? Get(string key) => Local.Value?.GetValueOrDefault(key);

    public static void Set(string key, object value) =>
        Local.Value = (Local.Value ?? ImmutableDictionary.Create<string, object>(StringComparer.Ordinal)).SetItem(key, value);

    public static bool Remove(string key)
    {
        if (Local.Value is not { } values || !values.ContainsKey(key)) return false;
        Local.Value = values.Count == 1 ? null : values.Remove(key);
        return true;
    }

    public static void Clear() => Local.Value = null;
}
