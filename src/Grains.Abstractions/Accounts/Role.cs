namespace Suyuan.Accounts;

/// <summary>What a person or device acts as (角色). One person may hold several and acts in one at a time.</summary>
public enum Role
{
    /// <summary>Platform administrator (平台管理员).</summary>
    Platform,

    /// <summary>Regulator (监管部门).</summary>
    Regulator,

    /// <summary>Enterprise administrator (企业管理员).</summary>
    EnterpriseAdministrator,

    /// <summary>Recorder (记录员).</summary>
    Recorder,

    /// <summary>Regiment officer (团级单位).</summary>
    Regiment,

    /// <summary>Company officer (连级单位).</summary>
    Company,

    /// <summary>Organizer of a free or cooperative unit (组团发起人).</summary>
    Organizer,

    /// <summary>Grower (棉花实际种植者).</summary>
    Grower,

    /// <summary>Ginner (棉花加工企业).</summary>
    Ginner,

    /// <summary>Verifier account of a gin (校验账号).</summary>
    GinVerifier,

    /// <summary>Inspector of fibre (公证检验).</summary>
    Inspector,

    /// <summary>Collector, a device (条码采集器).</summary>
    Collector,

    /// <summary>Sensor of an enterprise, a device (传感器).</summary>
    Sensor,
}
