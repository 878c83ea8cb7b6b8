using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.SiteRecords;

/// <summary>
/// Which records: of a form, of days from–to (both included), with q in any of their texts; deleted ones only by their state.
/// </summary>
internal sealed record SiteRecordFilter
{
    [FromQuery(Name = "form")] public string? Form { get; init; }
    [FromQuery(Name = "state")] public Choice<SiteRecordState>? State { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
}
