namespace Suyuan.Bales;

/// <summary>How an import treats its file: only look, or store the good rows although there are bad ones.</summary>
internal readonly record struct InspectionImportOptions(bool? DryRun, bool? Partial)
{
    public bool Keeps(int badRows) => DryRun is not true && (badRows == 0 || Partial is true);
}
