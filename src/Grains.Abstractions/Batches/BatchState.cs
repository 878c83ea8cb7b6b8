namespace Suyuan.Batches;

/// <summary>Where a batch stands (批次状态).</summary>
public enum BatchState
{
    /// <summary>In production: records are added and changed (进行中).</summary>
    Running,

    /// <summary>Its life cycle is over; read only unless it is reopened (已完成).</summary>
    Completed,

    /// <summary>Opened by mistake (已作废).</summary>
    Void,
}
