namespace Suyuan.Silo.Storage;

/// <summary>Readings of one sensor, column by column.</summary>
public sealed record ReadingColumns(int[] Series, DateTime[] At, decimal[] Values, bool[] OutOfRange)
{
    public static ReadingColumns Of(int count) => new(new int[count], new DateTime[count], new decimal[count], new bool[count]);
}
