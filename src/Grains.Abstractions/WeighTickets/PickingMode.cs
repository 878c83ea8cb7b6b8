namespace Suyuan.WeighTickets;

/// <summary>Picking mode (采摘方式).</summary>
public enum PickingMode
{
    /// <summary>Machine-picked (机采).</summary>
    Machine,

    /// <summary>Hand-picked (手采).</summary>
    Hand,
}
