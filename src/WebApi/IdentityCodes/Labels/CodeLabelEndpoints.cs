using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

internal static class CodeLabelEndpoints
{
    public static void MapCodeLabels(this IEndpointRouteBuilder api) =>
        api.MapGet("/enterprises/{usci}/code-allocations/{id}/labels", Print).WithTags("Identity codes").WithName("getCodeLabels")
            .Allow(Role.Platform, Role.EnterpriseAdministrator, Role.Recorder)
            .WithSummary("Labels of codes: sheets as PDF, a drawing or a picture of each, or a list for the printer's own software")
            .Produces<string>(200, "application/pdf", "image/svg+xml", "image/png", "application/zip", "text/csv")
            .Refuses("identity-code/not-allocated", "identity-code/end-before-start", "identity-code/too-many");

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Print(
        CreditCode usci, string id, [AsParameters] CodeLabelOptions options, Caller caller, IGrainFactory grains, CodeLabels labels,
        CancellationToken cancelled) =>
        (await grains.CodeAllocation(usci, id).GetFor(caller)).Then(allocation => labels.Make(allocation, options)).ToStream(cancelled);

    private static Results<PushStreamHttpResult, ProblemHttpResult> ToStream(
        this Result<CodeLabelFile> file, CancellationToken cancelled) =>
        file.Refused
            ? file.Refusal.ToProblem()
            : TypedResults.Stream(to => file.Value.Write(to, cancelled), file.Value.Type, file.Value.Name);
}
