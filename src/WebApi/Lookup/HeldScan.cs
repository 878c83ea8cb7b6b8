namespace Suyuan.Lookup;

/// <summary>What is stored of a code, in eight bytes: seconds since 1970 hold until 2106.</summary>
internal struct HeldScan
{
    public uint First;
    public int Stored;

    public static uint Seconds(DateTimeOffset at) => (uint)at.ToUnixTimeSeconds();

    public static DateTimeOffset Time(uint seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public readonly Scan ToScan() => new(Stored, Time(First));

    /// <summary>With what is counted and not yet stored.</summary>
    public readonly Scan With(UnwrittenScan more) =>
        new((long)Stored + more.Writing + more.Counted, Time(Stored == 0 ? more.First : Math.Min(First, more.First)));

    /// <summary>What two sources tell of the same code: counts only grow, and the first look-up is the earliest.</summary>
    public readonly HeldScan Or(Scan other) => new()
    {
        First = Stored == 0 ? Seconds(other.FirstAt) : Math.Min(First, Seconds(other.FirstAt)),
        Stored = Math.Max(Stored, (int)Math.Min(other.Count, int.MaxValue)),
    };
}

/// <summary>Look-ups that are not stored yet: those that a writing took, and those counted since.</summary>
internal struct UnwrittenScan
{
    public uint First;
    public uint Last;
    public int Writing;
    public int Counted;

    public readonly UnwrittenScan Plus(uint at) => this with
    {
        First = Writing + Counted == 0 ? at : First, Last = at, Counted = Counted + 1,
    };
}
