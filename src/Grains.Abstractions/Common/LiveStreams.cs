namespace Suyuan.Common;

public static class LiveStreams
{
    /// <summary>The stream provider of live feeds: in memory, since every fact a feed tells can be read again.</summary>
    public const string Name = "Live";
}
