using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

/// <summary>An enterprise's profile (企业概况); empty until it is first saved.</summary>
[GenerateSerializer, Immutable, Alias("enterprise-profile-view")]
public sealed record EnterpriseProfileView : IRevisioned
{
    /// <summary>The enterprise's own revision: the profile is part of its record.</summary>
    [Id(0)] public int Revision { get; init; }

    [Id(1)] public CreditCode Enterprise { get; init; }
    [Id(2)] public int? FormVersion { get; init; }
    [Id(3)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(4)] public Deed? Changed { get; init; }
}
