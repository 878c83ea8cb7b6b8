using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Inputs;

namespace Suyuan.SiteRecords;

internal sealed class SiteRecordGrain(
    [PersistentState("site-record")] IPersistentState<SiteRecord> stored,
    FormCatalogue forms,
    FormIntake intake,
    IFacts facts,
    TimeProvider clock) : Grain, ISiteRecordGrain
{
    private CreditCode Enterprise => SiteRecordGrainFactory.PartsOf(this.GetPrimaryKeyString()).Enterprise;

    private string Id => SiteRecordGrainFactory.PartsOf(this.GetPrimaryKeyString()).Id;

    private bool Exists => stored.State.Revision > 0;

    public async Task<Result<SiteRecordView>> GetFor(Caller by)
    {
        if (await GrainFactory.AgainstReading(Enterprise, by) is { } refusal) return refusal;
        return Exists ? stored.State.ToView(Enterprise, Id) : SharedRefusals.NotFound("site-record");
    }

    public async Task<Result<SiteRecordView>> Add(AddSiteRecord command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        if (forms.Find(command.Form) is null) return SiteRecordRefusals.FormUnknown(command.Form);
        var filled = await Fill(command.Form, command.Answers, Exists ? stored.State.Answers : null);
        return await Decide(record => record.Add(Id, filled, By(command.By)), filled);
    }

    public async Task<Result<SiteRecordView>> Edit(EditSiteRecord command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var filled = await Fill(stored.State.Form, command.Answers, stored.State.Answers);
        return await Decide(record => record.Edit(filled, command.ExpectedRevision, By(command.By)), filled);
    }

    public async Task<Result<SiteRecordView>> Submit(SubmitSiteRecord command)
    {
        if (await Closed(command.By) is { } refusal) return refusal;
        var filled = await Fill(stored.State.Form, stored.State.Answers, stored.State.Answers);
        return await Decide(record => record.Submit(filled, command.ExpectedRevision, By(command.By)), filled);
    }

    public async Task<Result<SiteRecordView>> Delete(DeleteSiteRecord command) =>
        await Closed(command.By)
            ?? await Decide(record => record.Delete(command.ExpectedRevision, By(command.By, command.Reason)));

    private Task<Result<SiteRecordView>> Decide(Func<SiteRecord, Result<SiteRecord>> decision, FilledRecord? filled = null) => this.Decide(
        stored,
        decision,
        record => record.ToView(Enterprise, Id),
        constraint => filled is null
            ? Task.FromResult<Refusal?>(null)
            : new InputDraw(this.GetPrimaryKeyString(), Enterprise, filled.Filled.Answers).RefusalOf(constraint, facts));

    private async Task<FilledRecord> Fill(string form, FormAnswers given, FormAnswers? kept)
    {
        var filled = await intake.Fill(form, Enterprise, given, kept);
        var lots = FormReferences.Of(filled.Form, filled.Answers).Lots;
        if (lots.Count == 0 || FilledRecord.DayOf(filled.Form, filled.Answers) is not { } day) return new(filled, null);
        return new(filled, await facts.Find<ExpiredLot>("find_expired_lot", Enterprise.Value, lots.ToArray(), day));
    }

    private async Task<Refusal?> Closed(Caller by) =>
        await GrainFactory.AgainstWriting(Enterprise, by) ?? (Exists ? null : SharedRefusals.NotFound("site-record"));

    private Deed By(Caller by, string? reason = null) => new(by.Account, clock.GetUtcNow(), reason?.Trim());
}
