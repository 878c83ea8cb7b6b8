namespace Suyuan.Forms;

/// <summary>The pre-harvest interval (安全间隔期) binds these two.</summary>
public enum StageRule
{
    /// <summary>Reads `lastDate`, `intervalDays` and `plots`.</summary>
    PestControl,

    /// <summary>Reads `date` and `plots`.</summary>
    Harvest,
}
