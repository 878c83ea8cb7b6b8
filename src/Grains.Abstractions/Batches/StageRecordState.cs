namespace Suyuan.Batches;

/// <summary>Whether a stage record is complete. What it tells of happened either way.</summary>
public enum StageRecordState
{
    /// <summary>Saved; it may have gaps and faults (草稿).</summary>
    Draft,

    /// <summary>Submitted, checked by its form (已提交).</summary>
    Submitted,
}
