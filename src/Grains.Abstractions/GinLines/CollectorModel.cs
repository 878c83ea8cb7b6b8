namespace Suyuan.GinLines;

/// <summary>Model of a gin line's collector (条码采集器型号).</summary>
public enum CollectorModel
{
    /// <summary>IV: off line, works from a card file.</summary>
    IV,

    /// <summary>V: off line, works from a card file.</summary>
    V,

    /// <summary>VI: on line.</summary>
    VI,
}
