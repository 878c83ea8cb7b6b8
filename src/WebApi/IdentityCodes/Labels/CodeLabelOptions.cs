using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>What is made of the labels of codes.</summary>
public enum CodeLabelFormat
{
    /// <summary>A4 sheets of forty labels.</summary>
    Pdf,

    /// <summary>A drawing; of several codes a zip of drawings.</summary>
    Svg,

    /// <summary>A picture; of several codes a zip of pictures.</summary>
    Png,

    /// <summary>Codes and addresses, for the printer's own software.</summary>
    Csv,
}

/// <summary>How labels are wanted: without a format as PDF, without a start or an end from or to the allocation's own.</summary>
internal sealed record CodeLabelOptions
{
    [FromQuery(Name = "format")] public Choice<CodeLabelFormat>? Format { get; init; }
    [FromQuery(Name = "start")] public IdentityCode? Start { get; init; }
    [FromQuery(Name = "end")] public IdentityCode? End { get; init; }

    public CodeLabelFormat Kind => Format?.Value ?? CodeLabelFormat.Pdf;
}
