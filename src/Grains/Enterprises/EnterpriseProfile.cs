using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

/// <summary>Profile (企业概况) as stored in the enterprise's record.</summary>
[GenerateSerializer, Immutable, Alias("enterprise-profile")]
public sealed record EnterpriseProfile
{
    public const string Form = "enterprise-profile";

    [Id(0)] public int FormVersion { get; init; }
    [Id(1)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(2)] public Deed? Changed { get; init; }
}
