using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>The first lines of a collection file, each `name,value`, in this order.</summary>
internal sealed record CollectionHeader
{
    public const string Columns = "sequence,kind,card,delayBales,barcode,grossKg,tareKg,regainPct,impurityPct,pressedAt";

    /// <summary>The line of the seal, and the line after which the rows begin.</summary>
    public const int SealLine = 10;
    public const int Length = 11;

    public required GinLineId Line { get; init; }
    public required int Key { get; init; }
    public required int FileNumber { get; init; }
    public required long FirstSequence { get; init; }
    public required long LastSequence { get; init; }
    public required int Count { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string Seal { get; init; }

    /// <exception cref="TableException">A line is not what stands there.</exception>
    public static CollectionHeader Read(IReadOnlyList<string> lines)
    {
        if (Value<int>(lines, 1, "suyuan-collection-file") != 1) throw Unreadable(1, "suyuan-collection-file,1");
        if (lines[Length - 1] != Columns) throw Unreadable(Length, Columns);
        return new()
        {
            Line = new(Value<GinCode>(lines, 2, "gin"), Value<int>(lines, 3, "line")),
            Key = Value<int>(lines, 4, "key"),
            FileNumber = Value<int>(lines, 5, "fileNumber") is > 0 and var number ? number : throw Unreadable(5, "fileNumber"),
            FirstSequence = Value<long>(lines, 6, "firstSequence"),
            LastSequence = Value<long>(lines, 7, "lastSequence"),
            Count = Value<int>(lines, 8, "count"),
            MadeAt = FileCells.Time(Text(lines, 9, "madeAt")) ?? throw Unreadable(9, "madeAt"),
            Seal = Text(lines, SealLine, FileSeal.Name),
        };
    }

    private static T Value<T>(IReadOnlyList<string> lines, int row, string name) where T : IParsable<T> =>
        T.TryParse(Text(lines, row, name), System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Unreadable(row, name);

    private static string Text(IReadOnlyList<string> lines, int row, string name) =>
        lines[row - 1].StartsWith($"{name},", StringComparison.Ordinal) ? lines[row - 1][(name.Length + 1)..] : throw Unreadable(row, name);

    private static TableException Unreadable(int row, string expected) => new(CollectorFileRefusals.Unreadable(row, expected));
}
