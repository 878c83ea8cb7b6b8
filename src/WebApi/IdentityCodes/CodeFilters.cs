using Microsoft.AspNetCore.Mvc;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>Which of an enterprise's allocations; code is any code inside.</summary>
internal sealed record AllocationFilter
{
    [FromQuery(Name = "source")] public Choice<CodeSource>? Source { get; init; }
    [FromQuery(Name = "layout")] public string? Layout { get; init; }
    [FromQuery(Name = "code")] public IdentityCode? Code { get; init; }
}

/// <summary>As AllocationFilter, of one enterprise or of all.</summary>
internal sealed record AllAllocationsFilter
{
    [FromQuery(Name = "enterprise")] public CreditCode? Enterprise { get; init; }
    [FromQuery(Name = "source")] public Choice<CodeSource>? Source { get; init; }
    [FromQuery(Name = "layout")] public string? Layout { get; init; }
    [FromQuery(Name = "code")] public IdentityCode? Code { get; init; }

    public AllocationFilter Rest => new() { Source = Source, Layout = Layout, Code = Code };
}

/// <summary>Which bound ranges; frozen ones have a part under recall, and code is any code inside.</summary>
internal sealed record CodeRangeFilter
{
    [FromQuery(Name = "batch")] public BatchNumber? Batch { get; init; }
    [FromQuery(Name = "frozen")] public bool? Frozen { get; init; }
    [FromQuery(Name = "code")] public IdentityCode? Code { get; init; }
}

/// <summary>As CodeRangeFilter, of one batch.</summary>
internal sealed record BatchCodeRangeFilter
{
    [FromQuery(Name = "frozen")] public bool? Frozen { get; init; }
    [FromQuery(Name = "code")] public IdentityCode? Code { get; init; }
}

/// <summary>Which stretches: bound ones, or gaps.</summary>
internal sealed record StretchFilter
{
    [FromQuery(Name = "bound")] public bool? Bound { get; init; }
}
