using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>Public profile (企业查询信息) of a product; empty until it is first saved.</summary>
[GenerateSerializer, Immutable, Alias("public-profile-view")]
public sealed record PublicProfileView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }
    [Id(2)] public TraceMode TraceMode { get; init; }

    /// <summary>The product, by its filing.</summary>
    [Id(3)] public string ProductFiling { get; init; } = "";

    [Id(4)] public string ProductName { get; init; } = "";
    [Id(5)] public int? FormVersion { get; init; }
    [Id(6)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(7)] public Deed? Created { get; init; }
    [Id(8)] public Deed? Changed { get; init; }
}
