using System.Text.Json;

namespace Suyuan.Common;

/// <summary>Asserts which rule refused, with which facts, not merely that something did.</summary>
internal static class Refused
{
    public static void With<T>(Refusal expected, Result<T> actual) where T : class
    {
        Assert.True(actual.Refused, $"Expected {expected}, but it was allowed.");
        Assert.Equal(JsonSerializer.Serialize(expected, SuyuanJson.Options), JsonSerializer.Serialize(actual.Refusal, SuyuanJson.Options));
    }
}
