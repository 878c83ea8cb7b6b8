namespace Suyuan.Common;

/// <summary>What a write that may be repeated did to its record; imports count these.</summary>
public enum RecordChange
{
    Created,
    Changed,
    Unchanged,
}
