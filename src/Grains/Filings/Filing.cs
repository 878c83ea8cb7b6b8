using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>
/// Filing (备案) as stored, and every decision on it. It is an application until a certificate is issued; from then on an application is an
/// amendment, and the certificate stands until the amendment is issued in its place.
/// </summary>
[GenerateSerializer, Immutable, Alias("filing")]
public sealed record Filing
{
    private const int MostSteps = 200;

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }
    [Id(2)] public FilingKind Kind { get; init; }
    [Id(3)] public FilingApplication? Application { get; init; }
    [Id(4)] public FilingCertificate? Certificate { get; init; }
    [Id(5)] public string? RevokedFor { get; init; }
    [Id(6)] public bool Deleted { get; init; }
    [Id(7)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What happened, the oldest first; the versions of the record keep what an endless to and fro drops here.</summary>
    [Id(8)] public ImmutableArray<FilingStep> Steps { get; init; } = [];

    /// <summary>What was said when it was created, as a keyed hash, so that a repetition is known from another creation.</summary>
    [Id(9)] public string Fingerprint { get; init; } = "";

    /// <summary>Stored with the record for the tables that are derived from it; whether a certificate ran out depends on the day.</summary>
    public FilingState State => this switch
    {
        { Deleted: true } => FilingState.Deleted,
        { RevokedFor: not null } => FilingState.Revoked,
        { Certificate: not null } => FilingState.Issued,
        _ => Application?.State ?? FilingState.Draft,
    };

    internal FilingState StateOn(DateOnly today) =>
        State is FilingState.Issued && Certificate!.ValidTo < today ? FilingState.Expired : State;

    internal Result<Filing> Create(string id, CreateFiling command, FilledForm filled, FilingFacts facts, string fingerprint)
    {
        if (Deleted) return SharedRefusals.NotFound("filing");
        if (Revision > 0) return fingerprint == Fingerprint ? this : FilingRefusals.ExistsWithDifferentContent(id);
        if (!command.By.WorksFor(facts.Enterprise.CreditCode)) return SharedRefusals.Forbidden;
        return new Filing
        {
            Revision = 1,
            Enterprise = facts.Enterprise.CreditCode,
            Kind = command.Kind,
            Application = FilingApplication.Of(command.Kind, filled),
            CreatedAt = facts.Now,
            Fingerprint = fingerprint,
        };
    }

    internal Result<Filing> Edit(FilingDeed deed, EditFiling command, FilledForm filled, FilingFacts facts)
    {
        if (this.Against(deed, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, Application = Application!.With(Kind, filled) };
    }

    internal Result<Filing> Submit(FilingDeed deed, SubmitFiling command, FilledForm filled, FilingFacts facts)
    {
        if (this.AgainstCaller(deed, command.By, facts) is { } forbidden) return forbidden;
        if (Application is { State: FilingState.Submitted } && MeantBy(deed)) return this;
        if (this.Against(deed, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        if (filled.Refusal is { } faulty) return faulty;
        if (Kind is FilingKind.Enterprise && filled.Answers.Text("creditCode") != Enterprise.Value)
            return FilingRefusals.OtherEnterprise(Enterprise);

        return Done(deed, command.By, facts, null) with
        {
            Application = Application!.With(Kind, filled) with { State = FilingState.Submitted, SubmittedAt = facts.Now, Opinion = null },
        };
    }

    internal Result<Filing> Withdraw(FilingDeed deed, WithdrawFiling command, FilingFacts facts)
    {
        if (this.Against(deed, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Done(deed, command.By, facts, null) with
        {
            Application = Application! with { State = FilingState.Draft, SubmittedAt = null },
        };
    }

    /// <summary>A filing that was never issued is thrown away whole, an issued one loses its amendment.</summary>
    internal Result<Filing> Delete(FilingDeed deed, DeleteFiling command, FilingFacts facts)
    {
        if (Deleted && deed is FilingDeed.Delete && command.By.WorksFor(Enterprise)) return this;
        if (this.Against(deed, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        var done = Done(deed, command.By, facts, null);
        return Certificate is null ? done with { Deleted = true } : done with { Application = null };
    }

    internal Result<Filing> Return(FilingDeed deed, ReturnFiling command, FilingFacts facts)
    {
        if (this.AgainstCaller(deed, command.By, facts) is { } forbidden) return forbidden;
        if (!Wording.Fits(command.Opinion, FilingWords.Longest)) return FilingRefusals.OpinionRequired;
        var opinion = command.Opinion.Trim();
        if (Application is { State: FilingState.Returned } before && before.Opinion == opinion && MeantBy(deed)) return this;
        if (this.Against(deed, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Done(deed, command.By, facts, opinion) with
        {
            Application = Application! with { State = FilingState.Returned, Opinion = opinion },
        };
    }

    internal Result<Filing> Issue(FilingDeed deed, IssueFiling command, FilingFacts facts)
    {
        if (this.AgainstCaller(deed, command.By, facts) is { } forbidden) return forbidden;
        if (!Wording.FitsOrIsEmpty(command.Opinion, FilingWords.Longest)) return FilingRefusals.OpinionRequired;
        if (this.IssuedAs(deed, command)) return this;
        if (this.Against(deed, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return this.Certify(command, facts).Then<Filing>(certificate => Done(deed, command.By, facts, command.Opinion?.Trim()) with
        {
            Certificate = certificate, Application = null,
        });
    }

    internal Result<Filing> Revoke(RevokeFiling command, FilingFacts facts)
    {
        if (this.AgainstCaller(FilingDeed.Revoke, command.By, facts) is { } forbidden) return forbidden;
        if (!Wording.Fits(command.Reason, FilingWords.Longest)) return FilingRefusals.ReasonRequired;
        var reason = command.Reason.Trim();
        if (RevokedFor == reason) return this;
        if (this.Against(FilingDeed.Revoke, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Done(FilingDeed.Revoke, command.By, facts, reason) with { RevokedFor = reason, Application = null };
    }

    internal Result<Filing> OpenAmendment(OpenAmendment command, FilledForm filled, FilingFacts facts)
    {
        if (this.Against(FilingDeed.OpenAmendment, command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Done(FilingDeed.OpenAmendment, command.By, facts, null) with { Application = FilingApplication.Of(Kind, filled) };
    }

    /// <summary>An application is an amendment once something was issued.</summary>
    private bool MeantBy(FilingDeed deed) => Certificate is not null == deed.IsOfAmendment();

    private Filing Done(FilingDeed deed, Caller by, FilingFacts facts, string? opinion)
    {
        var words = string.IsNullOrEmpty(opinion) ? null : opinion;
        var step = new FilingStep { Deed = deed, By = by.Account, At = facts.Now, Opinion = words };
        var steps = Steps.Length < MostSteps ? Steps : Steps.RemoveAt(0);
        return this with { Revision = Revision + 1, Steps = steps.Add(step) };
    }
}
