namespace Suyuan.Browser.Tests;

/// <summary>Somebody who looks, and with what. Unless said otherwise: a Chinese with a phone that runs no script.</summary>
internal sealed record Guest
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private static int guests;
    private readonly int number = Interlocked.Increment(ref guests);

    public string Language { get; init; } = Chinese;

    public bool RunsScript { get; init; }

    /// <summary>The page's own policy is left aside, so that a checker may run in it.</summary>
    public bool LetsScriptsIn { get; init; }

    /// <summary>Robots are not counted.</summary>
    public bool IsRobot { get; init; }

    /// <summary>Each guest has a phone of another build, for look-ups are counted by address and phone.</summary>
    public string Agent => $"Mozilla/5.0 (Linux; Android 12; Build/{number}) AppleWebKit/537.36 Chrome/120.0{(IsRobot ? " bot" : "")}";
}
