namespace Suyuan.Lookup;

/// <summary>What goes into the hole of a prepared answer: filled up with blanks, two of them at least, as its packing needs.</summary>
internal static class HoleContent
{
    private const int Blanks = 2;

    public static byte[] Fill(int hole, ReadOnlySpan<byte> content, ReadOnlySpan<byte> end)
    {
        if (content.Length + end.Length + Blanks > hole)
            throw new ArgumentException("The content does not fit into the hole.", nameof(content));
        var filled = new byte[hole];
        content.CopyTo(filled);
        end.CopyTo(filled.AsSpan(content.Length));
        filled.AsSpan(content.Length + end.Length).Fill((byte)' ');
        return filled;
    }
}
