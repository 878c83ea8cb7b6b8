using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

/// <summary>A production zone, a plot or a product of an enterprise.</summary>
[GenerateSerializer, Immutable, Alias("enterprise-entry-view")]
public sealed record EnterpriseEntryView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";

    /// <summary>The form that the answers are to.</summary>
    [Id(2)] public string Form { get; init; } = "";

    [Id(3)] public int FormVersion { get; init; }
    [Id(4)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;

    /// <summary>The zone that a plot belongs to.</summary>
    [Id(5)] public string? Zone { get; init; }

    /// <summary>The issued filing that a product was filed with.</summary>
    [Id(6)] public string? ProductFiling { get; init; }

    [Id(7)] public Deed? Added { get; init; }
    [Id(8)] public Deed? Changed { get; init; }

    /// <summary>No longer offered; what named it before still does.</summary>
    [Id(9)] public Deed? Retired { get; init; }
}
