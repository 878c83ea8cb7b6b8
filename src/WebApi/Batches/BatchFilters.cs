using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Which batches to list: by product filing, zone, state; q is part of number or product; days are those of opening.</summary>
internal sealed record BatchFilter
{
    [FromQuery(Name = "product")] public string? Product { get; init; }
    [FromQuery(Name = "zone")] public string? Zone { get; init; }
    [FromQuery(Name = "state")] public Choice<BatchState>? State { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }
}

/// <summary>Which records to list: of a stage, of a state; days are those the records tell of, both included.</summary>
internal sealed record StageRecordFilter
{
    [FromQuery(Name = "stage")] public string? Stage { get; init; }
    [FromQuery(Name = "state")] public Choice<StageRecordState>? State { get; init; }
    [FromQuery(Name = "from")] public DateOnly? From { get; init; }
    [FromQuery(Name = "to")] public DateOnly? To { get; init; }
}
