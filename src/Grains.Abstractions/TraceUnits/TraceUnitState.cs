namespace Suyuan.TraceUnits;

/// <summary>Where a trace unit stands (审核状态).</summary>
public enum TraceUnitState
{
    /// <summary>Waiting for the regiment (待审核).</summary>
    Pending,

    /// <summary>Approved (已审核).</summary>
    Approved,

    /// <summary>Rejected with a reason (未通过).</summary>
    Rejected,

    /// <summary>Dissolved (已解散).</summary>
    Dissolved,
}
