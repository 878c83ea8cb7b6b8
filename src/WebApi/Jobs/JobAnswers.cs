using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>A started job as an answer: 202 and where to look.</summary>
internal sealed class JobAnswers(Reasons reasons)
{
    public Results<Accepted<JobAnswer>, ProblemHttpResult> Accepted(Result<JobRecord> started) => started.Refused
        ? started.Refusal.ToProblem()
        : TypedResults.Accepted($"/api/v1/jobs/{started.Value.Id}", JobAnswer.Of(started.Value, reasons));
}
