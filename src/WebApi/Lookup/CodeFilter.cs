namespace Suyuan.Lookup;

/// <summary>
/// A Bloom filter of codes: what it does not hold was never put in; one in a hundred others it only seems to hold. Ten bits a code, for
/// several times as many codes as are held themselves.
/// </summary>
internal sealed class CodeFilter(long held)
{
    private const int Probes = 7;
    private const int BitsOfCode = 10;
    private readonly ulong[] words = new ulong[Math.Max(1, held * TimesHeld * BitsOfCode / 64)];

    /// <summary>For so many codes to each that is held; with more it seems to hold almost any.</summary>
    public const int TimesHeld = 8;

    /// <summary>A code's digits spread evenly over 64 bits.</summary>
    public static ulong Mixed(UInt128 key)
    {
        var mixed = ((ulong)key ^ ((ulong)(key >> 64) * 0x9E37_79B9_7F4A_7C15)) * 0xBF58_476D_1CE4_E5B9;
        return (mixed ^ (mixed >> 31)) * 0x94D0_49BB_1331_11EB;
    }

    public void Add(UInt128 key)
    {
        foreach (var bit in Bits(key)) Interlocked.Or(ref words[bit >>> 6], 1UL << (int)(bit & 63));
    }

    public bool MayHold(UInt128 key)
    {
        foreach (var bit in Bits(key))
            if ((Volatile.Read(ref words[bit >>> 6]) & (1UL << (int)(bit & 63))) == 0) return false;
        return true;
    }

    private IEnumerable<ulong> Bits(UInt128 key)
    {
        var (at, step) = (Mixed(key), Mixed(~key) | 1);
        for (var probe = 0; probe < Probes; probe++) yield return (at + ((ulong)probe * step)) % ((ulong)words.Length * 64);
    }
}
