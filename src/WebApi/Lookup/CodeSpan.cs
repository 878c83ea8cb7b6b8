namespace Suyuan.Lookup;

/// <summary>Codes of one length from Start on that share an answer: their batch, and what they were frozen with.</summary>
/// <param name="Reach">How far behind Start the last code is.</param>
/// <param name="Batch">As the register numbers it.</param>
/// <param name="Notice">What the recall says, as the register numbers it; 0 where there is none.</param>
/// <param name="Checked">The last digit of each code is its check digit.</param>
internal readonly record struct CodeSpan(UInt128 Start, ulong Reach, int Batch, int Notice, bool Checked)
{
    public UInt128 End => Start + Reach;
}
