namespace Suyuan.Publishing;

/// <summary>The branches under the SITE node of public information (公共信息).</summary>
public enum SiteItemGroup
{
    /// <summary>备案信息.</summary>
    Filings,

    /// <summary>企业信息.</summary>
    Enterprise,

    /// <summary>物资管理.</summary>
    Inputs,

    /// <summary>内部管理.</summary>
    Management,

    /// <summary>检测信息.</summary>
    Inspection,
}
