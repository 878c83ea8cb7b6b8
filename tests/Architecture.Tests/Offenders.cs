namespace Suyuan.Architecture.Tests;

/// <summary>A wall holds when nobody offends against it; otherwise the failure names every offender.</summary>
internal static class Offenders
{
    public static void None<T>(IEnumerable<T> offenders)
    {
        var named = offenders.Select(offender => $"{offender}").ToList();
        Assert.True(named.Count == 0, $"{named.Count} offend:\n{string.Join('\n', named)}");
    }
}
