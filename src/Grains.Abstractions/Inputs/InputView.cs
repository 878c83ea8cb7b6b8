using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Item of the catalogue of inputs (物资).</summary>
[GenerateSerializer, Immutable, Alias("input-view")]
public sealed record InputView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public CreditCode Enterprise { get; init; }

    /// <summary>What follows `input-` in the form's name: pesticide, fertilizer, seed, film, veterinary-drug, feed, other.</summary>
    [Id(3)] public string Kind { get; init; } = "";
    [Id(4)] public string Name { get; init; } = "";

    /// <summary>The unit in which it is bought and used.</summary>
    [Id(5)] public string Unit { get; init; } = "";
    [Id(6)] public string Form { get; init; } = "";
    [Id(7)] public int FormVersion { get; init; }
    [Id(8)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(9)] public Deed? Created { get; init; }
    [Id(10)] public Deed? Changed { get; init; }

    /// <summary>Since when, and why, nothing more of it is bought.</summary>
    [Id(11)] public Deed? Retired { get; init; }
}
