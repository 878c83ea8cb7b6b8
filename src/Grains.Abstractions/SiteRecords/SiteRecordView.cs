using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>Site record: internal management (内部管理), test information (检测信息) or an issue of inputs (领用).</summary>
[GenerateSerializer, Immutable, Alias("site-record-view")]
public sealed record SiteRecordView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public CreditCode Enterprise { get; init; }
    [Id(3)] public string Form { get; init; } = "";
    [Id(4)] public int FormVersion { get; init; }
    [Id(5)] public SiteRecordState State { get; init; }

    /// <summary>The day that the record tells of; null while its draft names none.</summary>
    [Id(6)] public DateOnly? Day { get; init; }
    [Id(7)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(8)] public Deed? Created { get; init; }
    [Id(9)] public Deed? Changed { get; init; }
    [Id(10)] public Deed? Submitted { get; init; }
    [Id(11)] public Deed? Deleted { get; init; }
}
