using Microsoft.AspNetCore.Mvc;
using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>
/// Which filings to list. q is part of an enterprise's or a product's name, the beginning of a credit code, or a certificate's number;
/// overdue ones wait for a decision longer than they should; days are of submission, both included.
/// </summary>
internal sealed record FilingFilter
{
    [FromQuery(Name = "kind")] public Choice<FilingKind>? Kind { get; init; }
    [FromQuery(Name = "state")] public Choice<FilingState>? State { get; init; }
    [FromQuery(Name = "q")] public string? Q { get; init; }
    [FromQuery(Name = "overdue")] public bool? Overdue { get; init; }
    [FromQuery(Name = "submittedFrom")] public DateOnly? SubmittedFrom { get; init; }
    [FromQuery(Name = "submittedTo")] public DateOnly? SubmittedTo { get; init; }
}
