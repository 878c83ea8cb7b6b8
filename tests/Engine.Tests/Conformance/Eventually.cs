using System.Runtime.CompilerServices;

namespace Suyuan.Engine.Tests.Conformance;

/// <summary>Waits for a fact, up to a deadline.</summary>
public static class Eventually
{
    public static Task True(Func<bool> fact, [CallerArgumentExpression(nameof(fact))] string? text = null) =>
        True(() => Task.FromResult(fact()), text);

    public static async Task True(Func<Task<bool>> fact, [CallerArgumentExpression(nameof(fact))] string? text = null)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (!await fact())
        {
            Assert.True(DateTime.UtcNow < deadline, $"Not true in time: {text}");
            await Task.Delay(5);
        }
    }
}
