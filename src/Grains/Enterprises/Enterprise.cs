using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Enterprises;

/// <summary>Enterprise (企业) as stored.</summary>
[GenerateSerializer, Immutable, Alias("enterprise")]
public sealed record Enterprise
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Name { get; init; } = "";
    [Id(2)] public DistrictCode District { get; init; }
    [Id(3)] public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The keyed hash of the mobile that registered it.</summary>
    [Id(4)] public string RegisteredBy { get; init; } = "";

    [Id(5)] public EnterpriseProfile? Profile { get; init; }

    /// <summary>
    /// Whoever registered it may say it again, and better: the record may have been written and the account not. Nobody gets here with a
    /// mobile that has its account.
    /// </summary>
    internal Result<Enterprise> Register(CreditCode creditCode, RegisterEnterprise command, string mobileHash, DateTimeOffset now)
    {
        if (!Wording.Fits(command.Name)) return EnterpriseRefusals.NameInvalid;
        if (Revision > 0 && RegisteredBy != mobileHash) return EnterpriseRefusals.RegisteredAlready(creditCode);
        var registered = this with { Name = command.Name.Trim(), District = command.District, RegisteredBy = mobileHash };
        if (registered == this) return this;
        return registered with { Revision = Revision + 1, RegisteredAt = Revision == 0 ? now : RegisteredAt };
    }

    internal Result<Enterprise> SaveProfile(CreditCode creditCode, SaveProfile command, FilledForm filled, EntryFacts facts)
    {
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        if (facts.Standing.AgainstTracing(creditCode) is { } closed) return closed;
        if (filled.Refusal is { } wrong) return wrong;
        if (Profile is { } kept && kept.FormVersion == filled.Form.Version && filled.Says(kept.Answers)) return this;
        return this with
        {
            Revision = Revision + 1,
            Profile = new() { FormVersion = filled.Form.Version, Answers = filled.Answers, Changed = facts.By },
        };
    }

    /// <summary>Its own people and those who oversee its district; to anybody else there is no such enterprise.</summary>
    internal bool VisibleTo(CreditCode creditCode, Caller by) => Revision > 0 && (by.WorksFor(creditCode) || by.Oversees(District));

    internal EnterpriseView ToView(CreditCode creditCode) => new()
    {
        Revision = Revision,
        CreditCode = creditCode,
        Name = Name,
        District = District,
        RegisteredAt = RegisteredAt,
    };

    internal EnterpriseProfileView ToProfile(CreditCode creditCode) => new()
    {
        Revision = Revision,
        Enterprise = creditCode,
        FormVersion = Profile?.FormVersion,
        Answers = Profile?.Answers.Shown() ?? FormAnswers.Empty,
        Changed = Profile?.Changed?.Shown(),
    };
}
