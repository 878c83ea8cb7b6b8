namespace Suyuan.Forms;

/// <summary>Where in a product's life a stage stands; the order of a batch's menu.</summary>
public enum StageGroup
{
    /// <summary>Farm work (农事记录).</summary>
    FarmWork,

    /// <summary>Processing (加工).</summary>
    Processing,

    /// <summary>Inspection (检测).</summary>
    Inspection,

    /// <summary>Packing (包装).</summary>
    Packing,

    /// <summary>Storage (仓储).</summary>
    Storage,

    /// <summary>Transport (物流).</summary>
    Transport,

    /// <summary>Sale (销售).</summary>
    Sale,
}
