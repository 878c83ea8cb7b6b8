using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>A started job as an answer: 202 and where to look.</summary>
internal sealed class JobAnswers(ProblemCatalogue catalogue)
{
    public Results<Accepted<JobAnswer>, ProblemHttpResult> Accepted(Result<JobRecord> started, Language language) => started.Refused
        ? started.Refusal.ToProblem()
        : TypedResults.Accepted($"/api/v1/jobs/{started.Value.Id}", JobAnswer.Of(started.Value, catalogue, language));
}
