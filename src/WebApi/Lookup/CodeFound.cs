using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>What a code leads to: the view of its batch, or why to none.</summary>
internal sealed record CodeFound(CodeValue Code, PreparedBatch? Batch, string Recall, Refusal? Refusal)
{
    /// <summary>A digital link names the product in shops and the batch beside the code: both have to be the code's own (LK1).</summary>
    public bool IsLinked(string gtin, string batch) =>
        Batch is { Gtin: { Length: > 0 } own } && Batch.View.Batch == batch
        && own.PadLeft(LongestGtin, '0') == gtin.PadLeft(LongestGtin, '0');

    public bool IsRecalled => Recall.Length > 0;

    private const int LongestGtin = 14;

    public static CodeFound None(Refusal refusal) => new(default, null, "", refusal);
}
