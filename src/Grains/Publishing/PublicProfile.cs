using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>Public profile (企业查询信息) as stored: what consumers read as basic information of one product.</summary>
[GenerateSerializer, Immutable, Alias("public-profile")]
public sealed record PublicProfile
{
    public const string Form = "public-profile";

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public TraceMode TraceMode { get; init; }

    /// <summary>What the product was called when it was last saved.</summary>
    [Id(2)] public string ProductName { get; init; } = "";

    [Id(3)] public int FormVersion { get; init; }
    [Id(4)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(5)] public Deed? Created { get; init; }
    [Id(6)] public Deed? Changed { get; init; }

    internal Result<PublicProfile> Save(SavePublicProfile command, PublicProfileFacts facts)
    {
        if (command.By.Role is not Role.EnterpriseAdministrator) return SharedRefusals.Forbidden;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        if (facts.Standing.AgainstTracing(facts.Enterprise) is { } closed) return closed;
        if (facts.Standing.Product is not { } product) return PublicationRefusals.ProductNotFiled(facts.ProductFiling);
        if (facts.Filled.Refusal is { } wrong) return wrong;
        if (Revision > 0 && ProductName == product.Name && FormVersion == facts.Filled.Form.Version && facts.Filled.Says(Answers))
            return this;
        return this with
        {
            Revision = Revision + 1,
            ProductName = product.Name,
            FormVersion = facts.Filled.Form.Version,
            Answers = facts.Filled.Answers,
            Created = Created ?? facts.By,
            Changed = Revision > 0 ? facts.By : null,
        };
    }

    internal PublicProfileView ToView(CreditCode enterprise, string productFiling) => new()
    {
        Revision = Revision,
        Enterprise = enterprise,
        TraceMode = TraceMode,
        ProductFiling = productFiling,
        ProductName = ProductName,
        FormVersion = Revision > 0 ? FormVersion : null,
        Answers = Answers.Shown(),
        Created = Created?.Shown(),
        Changed = Changed?.Shown(),
    };
}

/// <summary>What saving a public profile needs to know beyond it.</summary>
internal sealed record PublicProfileFacts
{
    public required CreditCode Enterprise { get; init; }
    public required string ProductFiling { get; init; }

    /// <summary>What the enterprise's filings open to it, and the product.</summary>
    public required FilingStanding Standing { get; init; }

    public required FilledForm Filled { get; init; }
    public required Deed By { get; init; }
}
