namespace Suyuan.Lookup;

/// <summary>
/// What the node knows of codes, all of it in memory: bound ranges, what was given out, and when it last heard from the database. One
/// writer puts it, look-ups read it.
/// </summary>
internal sealed class CodeDirectory(IConfiguration configuration, TimeProvider clock)
{
    private const int StandardUncheckedSeconds = 10;
    private readonly TimeSpan longestUnchecked =
        TimeSpan.FromSeconds(configuration.GetValue("Lookup:LongestUncheckedSeconds", StandardUncheckedSeconds));

    private CodeIndex index = CodeIndex.Empty;
    private long checkedAt;
    private bool filled;

    public CodeRegister Register { get; } = new();

    public CodeIndex Index => Volatile.Read(ref index);

    /// <summary>
    /// A node that cannot hear what is unpublished or recalled must not go on showing it: after a while without the database it stops.
    /// </summary>
    public bool IsCurrent =>
        Volatile.Read(ref filled) && clock.GetElapsedTime(Volatile.Read(ref checkedAt)) < longestUnchecked;

    public void Put(CodeIndex next)
    {
        Volatile.Write(ref index, next);
        Volatile.Write(ref filled, true);
    }

    /// <summary>Everything that was committed up to this moment is here.</summary>
    public void Checked(long at) => Volatile.Write(ref checkedAt, at);
}
