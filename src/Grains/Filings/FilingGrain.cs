using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Filings;

internal sealed class FilingGrain(
    [PersistentState("filing")] IPersistentState<Filing> stored,
    FormIntake intake,
    IPersonalData personal,
    IFacts facts,
    TimeProvider clock) : Grain, IFilingGrain
{
    private const string IdentityConstraint = "filing_identities_pkey";

    private string Id => FilingGrainFactory.IdOf(this.GetPrimaryKeyString());

    public async Task<Result<FilingView>> GetFor(Caller by)
    {
        var known = await Gather(by);
        if (known.Refused) return known.Refusal;
        return stored.State.VisibleTo(by, known.Value) ? stored.State.ToView(Id, by, known.Value) : SharedRefusals.NotFound("filing");
    }

    public async Task<Result<FilingVerdicts>> Judge(Caller by)
    {
        var known = await Gather(by);
        if (known.Refused) return known.Refusal;
        return stored.State.VisibleTo(by, known.Value) ? stored.State.Judge(by, known.Value) : SharedRefusals.NotFound("filing");
    }

    public async Task<Result<FilingView>> Create(CreateFiling command)
    {
        if (!CreditCode.TryParse(command.By.Scope, null, out var enterprise)) return SharedRefusals.Forbidden;
        var known = await Gather(command.By, enterprise);
        if (known.Refused) return known.Refusal;
        var filled = await intake.Fill(FilingForms.Of(command.Kind), enterprise, command.Answers, null);
        var fingerprint = personal.Hash(JsonSerializer.Serialize(command, SuyuanJson.Options));
        return await Decide(command.By, known.Value, filing => filing.Create(Id, command, filled, known.Value, fingerprint));
    }

    public Task<Result<FilingView>> Edit(EditFiling command) => Edit(FilingDeed.Edit, command);

    public Task<Result<FilingView>> EditAmendment(EditFiling command) => Edit(FilingDeed.EditAmendment, command);

    public Task<Result<FilingView>> Submit(SubmitFiling command) => Submit(FilingDeed.Submit, command);

    public Task<Result<FilingView>> SubmitAmendment(SubmitFiling command) => Submit(FilingDeed.SubmitAmendment, command);

    public Task<Result<FilingView>> Withdraw(WithdrawFiling command) =>
        Decide(command.By, (filing, known) => filing.Withdraw(FilingDeed.Withdraw, command, known));

    public Task<Result<FilingView>> WithdrawAmendment(WithdrawFiling command) =>
        Decide(command.By, (filing, known) => filing.Withdraw(FilingDeed.WithdrawAmendment, command, known));

    public Task<Result<FilingView>> Delete(DeleteFiling command) =>
        Decide(command.By, (filing, known) => filing.Delete(FilingDeed.Delete, command, known));

    public Task<Result<FilingView>> DropAmendment(DeleteFiling command) =>
        Decide(command.By, (filing, known) => filing.Delete(FilingDeed.DropAmendment, command, known));

    public Task<Result<FilingView>> Return(ReturnFiling command) =>
        Decide(command.By, (filing, known) => filing.Return(FilingDeed.Return, command, known));

    public Task<Result<FilingView>> ReturnAmendment(ReturnFiling command) =>
        Decide(command.By, (filing, known) => filing.Return(FilingDeed.ReturnAmendment, command, known));

    public Task<Result<FilingView>> Issue(IssueFiling command) => Issue(FilingDeed.Issue, command);

    public Task<Result<FilingView>> IssueAmendment(IssueFiling command) => Issue(FilingDeed.IssueAmendment, command);

    public Task<Result<FilingView>> Revoke(RevokeFiling command) => Decide(command.By, (filing, known) => filing.Revoke(command, known));

    public async Task<Result<FilingView>> OpenAmendment(OpenAmendment command)
    {
        var known = await Gather(command.By);
        if (known.Refused) return known.Refusal;
        var standing = stored.State.Certificate?.Answers ?? FormAnswers.Empty;
        var filled = await Fill(command.Answers ?? standing, standing);
        return await Decide(command.By, known.Value, filing => filing.OpenAmendment(command, filled, known.Value));
    }

    private async Task<Result<FilingView>> Edit(FilingDeed deed, EditFiling command)
    {
        var known = await Gather(command.By);
        if (known.Refused) return known.Refusal;
        var filled = await Fill(command.Answers, stored.State.Application?.Answers);
        return await Decide(command.By, known.Value, filing => filing.Edit(deed, command, filled, known.Value));
    }

    private async Task<Result<FilingView>> Submit(FilingDeed deed, SubmitFiling command)
    {
        var known = await Gather(command.By);
        if (known.Refused) return known.Refusal;
        var kept = stored.State.Application?.Answers ?? FormAnswers.Empty;
        var filled = await Fill(kept, kept);
        return await Decide(command.By, known.Value, filing => filing.Submit(deed, command, filled, known.Value));
    }

    private async Task<Result<FilingView>> Issue(FilingDeed deed, IssueFiling command)
    {
        var known = await Gather(command.By);
        if (known.Refused) return known.Refusal;
        var tried = stored.State.Issue(deed, command, known.Value);
        if (tried.Refused) return tried.Refusal;
        var numbered = tried.Value.Revision == stored.State.Revision || stored.State.Certificate is not null
            ? known.Value
            : known.Value with { Serial = (await facts.Find<CertificateSerial>("draw_certificate_serial"))!.Serial };
        return await Decide(command.By, numbered, filing => filing.Issue(deed, command, numbered));
    }

    private async Task<Result<FilingView>> Decide(Caller by, Func<Filing, FilingFacts, Result<Filing>> decision)
    {
        var known = await Gather(by);
        return known.Refused ? known.Refusal : await Decide(by, known.Value, filing => decision(filing, known.Value));
    }

    private Task<Result<FilingView>> Decide(Caller by, FilingFacts known, Func<Filing, Result<Filing>> decision)
    {
        var wanted = stored.State;
        return this.Decide(
            stored,
            filing => decision(filing).Then<Filing>(decided => wanted = decided),
            filing => filing.ToView(Id, by, known),
            constraint => constraint == IdentityConstraint ? InTheWay(wanted) : Task.FromResult<Refusal?>(null));
    }

    private async Task<Refusal?> InTheWay(Filing wanted)
    {
        var living = await facts.Find<LivingFiling>("find_living_filing", Id, wanted.Enterprise.Value, wanted.Application?.Identity);

        // Nothing found: the other filing was thrown away a moment ago. The attempt failed all the same, and the next may succeed.
        return living is null ? FilingRefusals.Exists("", "") : FilingRefusals.Exists(living.Filing, living.Name);
    }

    private Task<FilledForm> Fill(FormAnswers given, FormAnswers? kept) =>
        intake.Fill(FilingForms.Of(stored.State.Kind), stored.State.Enterprise, given, kept);

    private async Task<Result<FilingFacts>> Gather(Caller by) =>
        stored.State.Revision == 0 ? SharedRefusals.NotFound("filing") : await Gather(by, stored.State.Enterprise);

    private async Task<Result<FilingFacts>> Gather(Caller by, CreditCode code)
    {
        var enterprise = await GrainFactory.Enterprise(code).Get();
        if (enterprise.Refused) return enterprise.Refusal;
        var account = by.Role is Role.Regulator ? await GrainFactory.Account(new(by.Account)).Get() : null;
        return new FilingFacts
        {
            Enterprise = enterprise.Value,
            Now = clock.GetUtcNow(),
            OwnEnterprise = account is { Refused: false } && account.Value.Roles.Any(grant => grant.Scope == code.Value),
            CallerName = account is { Refused: false } ? account.Value.DisplayName : "",
        };
    }
}
