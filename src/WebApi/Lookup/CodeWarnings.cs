namespace Suyuan.Lookup;

/// <summary>What consumers are warned of beside the product. Few codes of a batch have any, so their answers are prepared apart.</summary>
/// <param name="Recall">Why it was recalled; empty where it was not.</param>
/// <param name="SignatureWrong">It came with a signature that no label of this code bears.</param>
internal readonly record struct CodeWarnings(string Recall, bool SignatureWrong = false)
{
    public bool AreNone => this is { IsRecalled: false, SignatureWrong: false };

    public bool IsRecalled => Recall.Length > 0;
}
