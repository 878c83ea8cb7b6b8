namespace Suyuan.Forms;

/// <summary>What a form is for.</summary>
public enum FormGroup
{
    /// <summary>Filing (备案).</summary>
    Filing,

    /// <summary>Enterprise information (企业信息): profile, zones, plots, products.</summary>
    Enterprise,

    /// <summary>Production batch (生产批次).</summary>
    Batch,

    /// <summary>Stage of a batch (环节).</summary>
    Stage,

    /// <summary>Inputs (物资管理).</summary>
    Input,

    /// <summary>Internal management (内部管理).</summary>
    Management,

    /// <summary>Test information (检测信息).</summary>
    Inspection,

    /// <summary>What consumers see of an enterprise (企业查询信息).</summary>
    PublicProfile,
}
