using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Forms;

internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder api)
    {
        var forms = api.MapGroup("/forms").WithTags("Forms");
        forms.MapGet("/", List).AllowSignedIn().WithName("listForms").WithSummary("Every form by name, in the newest version.");
        forms.MapGet("/{form}", Get).AllowSignedIn().WithName("getForm")
            .WithSummary("A form's sections, fields, labels, bounds and units; the newest version unless one is named.")
            .Refuses("form/unknown");
        forms.MapPost("/{form}/checks", Check).Allow(Role.EnterpriseAdministrator, Role.Recorder).WithName("checkAnswers")
            .WithSummary("Looks through answers as a submission would, and keeps nothing.")
            .Refuses("form/unknown");
    }

    private static Ok<FormList> List(FormCatalogue catalogue, Choice<FormGroup>? group = null) => TypedResults.Ok(new FormList(
        [.. catalogue.All.Where(form => group is null || form.Group == group.Value.Value).Select(FormItem.Of)]));

    private static Results<Ok<Form>, ProblemHttpResult> Get(string form, FormCatalogue catalogue, int? version = null)
    {
        var found = version is { } wanted ? catalogue.Find(form, wanted) : catalogue.Find(form);
        if (found is null) return FormRefusals.Unknown(form).ToProblem();
        return TypedResults.Ok(found);
    }

    private static async Task<Results<Ok<CheckedAnswers>, ProblemHttpResult>> Check(
        string form, CheckAnswersRequest body, Caller caller, IGrainFactory grains, Reasons reasons) =>
        (await grains.FormDesk(caller.Scope).Check(body.ToCommand(caller, form))).ToHttp(found => CheckedAnswers.Of(found, reasons));
}
