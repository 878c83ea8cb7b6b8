using System.Text.Json.Serialization;

namespace Suyuan.GinLines;

/// <summary>Model of a gin line's collector (条码采集器型号).</summary>
public enum CollectorModel
{
    /// <summary>IV: off line, works from a card file.</summary>
    [JsonStringEnumMemberName("IV")] IV,

    /// <summary>V: off line, works from a card file.</summary>
    [JsonStringEnumMemberName("V")] V,

    /// <summary>VI: on line.</summary>
    [JsonStringEnumMemberName("VI")] VI,
}
