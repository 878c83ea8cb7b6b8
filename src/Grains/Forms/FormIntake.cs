using System.Text.Json.Nodes;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Seasons;

namespace Suyuan.Forms;

/// <summary>Takes answers in: tidies them, seals what is personal, looks up what they point at and has them checked.</summary>
internal sealed class FormIntake(FormCatalogue catalogue, IPersonalData personal, IFacts facts, TimeProvider clock)
{
    /// <summary>Fills the newest version of a form. What was kept before lets a masked value that comes back stand for itself.</summary>
    public async Task<FilledForm> Fill(string form, CreditCode enterprise, FormAnswers given, FormAnswers? kept)
    {
        var asked = catalogue.Get(form);
        var answers = Seal(asked, given, kept);
        var known = await Known(asked, enterprise, answers);
        return new(asked, answers, FormChecker.Check(asked, answers, ChinaTime.DateOf(clock.GetUtcNow()), known));
    }

    /// <summary>Checks kept answers again, by the newest version of their form, as a submission does.</summary>
    public Task<FilledForm> Check(string form, CreditCode enterprise, FormAnswers kept) => Fill(form, enterprise, kept, kept);

    private FormAnswers Seal(Form form, FormAnswers given, FormAnswers? kept)
    {
        var tidy = TidyAnswers.Of(form, given.ToObject());
        return FormAnswers.Of(new PersonalFields(personal, kept?.ToObject() ?? []).Seal(form.Fields, tidy));
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
