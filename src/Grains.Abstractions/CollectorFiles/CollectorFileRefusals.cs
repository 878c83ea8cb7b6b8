using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>Why a file of an off-line collector, or one row of it, is not taken.</summary>
public static class CollectorFileRefusals
{
    public static Refusal KeyMissing(GinLineId line) => Refusal.Conflict("collector-file/key-missing", ("line", line.Number));

    /// <summary>The file is sealed under a key that another has ended.</summary>
    public static Refusal KeyReplaced(int given, int current) =>
        Refusal.Conflict("collector-file/key-replaced", ("given", given), ("current", current));

    public static Refusal Unreadable(int row, string expected) =>
        Refusal.Unprocessable("collector-file/unreadable", ("row", row), ("expected", expected));

    public static Refusal OfAnotherLine(GinLineId line) =>
        Refusal.Unprocessable("collector-file/of-another-line", ("gin", line.Gin), ("line", line.Number));

    public static Refusal WrongSeal => Refusal.Unprocessable("collector-file/wrong-seal");

    /// <summary>The line took another file under this number.</summary>
    public static Refusal ExistsWithDifferentContent(int number) =>
        Refusal.Conflict("collector-file/exists-with-different-content", ("number", number));

    /// <summary>One cell of a row: its message is refused and its sequence used up.</summary>
    public static Refusal RowUnreadable(string column) => Refusal.Unprocessable("collector-file/row-unreadable", ("column", column));

    public static Refusal SequenceUnreadable => Refusal.Unprocessable("collector-file/sequence-unreadable");
}
