namespace Suyuan.IdentityCodes;

/// <summary>Rows of dots, eight a byte, the leftmost in the highest bit; 1 is black.</summary>
internal sealed class BitRows(int width, int height)
{
    private readonly int bytesOfRow = (width + 7) / 8;
    private readonly byte[] bits = new byte[(width + 7) / 8 * height];

    public int Width => width;

    public int Height => height;

    public ReadOnlySpan<byte> Row(int row) => bits.AsSpan(row * bytesOfRow, bytesOfRow);

    public void Fill(int left, int top, int wide, int high)
    {
        for (var row = top; row < top + high; row++)
            for (var column = left; column < left + wide; column++)
                bits[row * bytesOfRow + column / 8] |= (byte)(0x80 >> column % 8);
    }

    public static BitRows Of(bool[][] modules)
    {
        var rows = new BitRows(modules.Length, modules.Length);
        for (var row = 0; row < modules.Length; row++)
            for (var column = 0; column < modules.Length; column++)
                if (modules[row][column]) rows.Fill(column, row, 1, 1);
        return rows;
    }
}
