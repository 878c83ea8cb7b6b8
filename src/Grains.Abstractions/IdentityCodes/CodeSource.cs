namespace Suyuan.IdentityCodes;

/// <summary>Where an enterprise has a run of codes from (身份码来源).</summary>
public enum CodeSource
{
    /// <summary>Given out by the platform (平台分配).</summary>
    Platform,

    /// <summary>On rolls that an earlier vendor printed (原有号段登记).</summary>
    EarlierVendor,
}
