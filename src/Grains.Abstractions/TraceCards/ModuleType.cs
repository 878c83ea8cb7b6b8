namespace Suyuan.TraceCards;

/// <summary>Module type (模块类型) in which seed cotton is delivered; its number stands in the card number.</summary>
public enum ModuleType
{
    /// <summary>Round module (圆模).</summary>
    Round = 1,

    /// <summary>Square module (方模).</summary>
    Square = 2,

    /// <summary>Loose (散花).</summary>
    Loose = 3,
}
