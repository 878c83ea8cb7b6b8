using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.Inputs;

/// <summary>Which items; q is part of any of their texts.</summary>
internal sealed record InputFilter
{
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "retired")] public bool? Retired { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
}

/// <summary>Which lots; expiringWithin is a number of days, within which what is left of them expires.</summary>
internal sealed record InputLotFilter
{
    [FromQuery(Name = "item")] public string? Item { get; init; }
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "state")] public Choice<InputLotState>? State { get; init; }
    [FromQuery(Name = "expiringWithin")] public int? ExpiringWithin { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
}

/// <summary>Which uses; from and to are days of use, both included.</summary>
internal sealed record InputUseFilter
{
    [FromQuery(Name = "item")] public string? Item { get; init; }
    [FromQuery(Name = "lot")] public string? Lot { get; init; }
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "batch")] public string? Batch { get; init; }
    [FromQuery(Name = "warning")] public Choice<InputUseWarning>? Warning { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }
}
