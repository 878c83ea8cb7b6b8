using System.Collections.Concurrent;

namespace Suyuan.Engine.Tests.Conformance;

/// <summary>What happened, in order, under a key of the test's choosing. Static, as grains and tests share only the process.</summary>
public static class Journal
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Pages = new();

    public static void Write(string key, string entry) => Pages.GetOrAdd(key, _ => new()).Enqueue(entry);

    public static string[] Read(string key) => Pages.TryGetValue(key, out var page) ? [.. page] : [];

    public static int Count(string key, string entry) => Read(key).Count(found => found == entry);
}
