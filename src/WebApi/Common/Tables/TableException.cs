namespace Suyuan.Common;

/// <summary>A file cannot be read on. Rows stream through foreach, so this is the only way out of the middle of one.</summary>
internal sealed class TableException(Refusal refusal, Exception? cause = null) : Exception(refusal.ToString(), cause)
{
    public Refusal Refusal => refusal;
}
