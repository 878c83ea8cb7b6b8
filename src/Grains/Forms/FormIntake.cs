using System.Text.Json.Nodes;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Seasons;

namespace Suyuan.Forms;

/// <summary>Takes answers in: tidies them, seals what is personal, looks up what they point at and has them checked.</summary>
internal sealed class FormIntake(FormCatalogue catalogue, IPersonalData personal, IFacts facts, TimeProvider clock)
{
    /// <summary>Fills the newest version of a form. What was kept before lets a masked value that comes back stand for itself.</summary>
    public Task<FilledForm> Fill(string form, CreditCode enterprise, FormAnswers given, FormAnswers? kept) =>
        Fill(catalogue.Get(form), enterprise, given, new(personal, kept?.ToObject() ?? []));

    /// <summary>Checks kept answers again, by the newest version of their form, as a submission does.</summary>
    public Task<FilledForm> Check(string form, CreditCode enterprise, FormAnswers kept) => Fill(form, enterprise, kept, kept);

    /// <summary>Checks answers that nobody will keep; a mask is taken to stand for what a record keeps.</summary>
    public Task<FilledForm> Try(string form, CreditCode enterprise, FormAnswers given) =>
        Fill(catalogue.Get(form), enterprise, given, new(personal, []) { TakesMasks = true });

    private async Task<FilledForm> Fill(Form form, CreditCode enterprise, FormAnswers given, PersonalFields fields)
    {
        var answers = FormAnswers.Of(fields.Seal(form.Fields, TidyAnswers.Of(form, given.ToObject())));
        var known = await Known(form, enterprise, answers);
        return new(form, answers, FormChecker.Check(form, answers, ChinaTime.DateOf(clock.GetUtcNow()), known));
    }

    private async Task<KnownReferences> Known(Form form, CreditCode enterprise, FormAnswers answers)
    {
        var named = FormReferences.Of(form, answers);
        if (!named.Any) return KnownReferences.None;
        return await facts.Find<KnownReferences>(
            "find_known_references", enterprise.Value, named.Attachments.ToArray(), named.Plots.ToArray(), named.Lots.ToArray())
            ?? KnownReferences.None;
    }
}
