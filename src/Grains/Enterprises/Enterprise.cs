using Suyuan.Accounts;
using Suyuan.Common;
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
}
