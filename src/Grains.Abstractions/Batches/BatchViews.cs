using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>Batch (生产批次): one product's life cycle, with the stages it shows.</summary>
[GenerateSerializer, Immutable, Alias("batch-view")]
public sealed record BatchView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }
    [Id(2)] public BatchNumber Number { get; init; }
    [Id(3)] public BatchState State { get; init; }

    /// <summary>The issued filing of its product, and what it calls the product.</summary>
    [Id(4)] public string ProductFiling { get; init; } = "";

    [Id(5)] public string ProductName { get; init; } = "";
    [Id(6)] public string Category { get; init; } = "";
    [Id(7)] public string Zone { get; init; } = "";
    [Id(8)] public ImmutableArray<string> Plots { get; init; } = [];
    [Id(9)] public int FormVersion { get; init; }
    [Id(10)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;

    /// <summary>In the order of the menu.</summary>
    [Id(11)] public ImmutableArray<BatchStageView> Stages { get; init; } = [];

    /// <summary>Every harvest recorded; one with a first lawful date was made inside a pre-harvest interval.</summary>
    [Id(12)] public ImmutableArray<HarvestView> Harvests { get; init; } = [];

    [Id(13)] public ImmutableArray<DeclarationView> Declarations { get; init; } = [];
    [Id(14)] public Deed? Opened { get; init; }
    [Id(15)] public Deed? Completed { get; init; }
    [Id(16)] public Deed? Reopened { get; init; }
    [Id(17)] public Deed? Voided { get; init; }
}

/// <summary>A stage of a batch: the key of its form, and how many records it has.</summary>
[GenerateSerializer, Immutable, Alias("batch-stage-view")]
public sealed record BatchStageView([property: Id(0)] string Stage, [property: Id(1)] StageGroup? Group, [property: Id(2)] int Records);

/// <summary>A harvest, and the first day on which it would have been lawful when it was not.</summary>
[GenerateSerializer, Immutable, Alias("harvest-view")]
public sealed record HarvestView(
    [property: Id(0)] string Record, [property: Id(1)] DateOnly Date, [property: Id(2)] DateOnly? LawfulFrom);

/// <summary>A declaration of conformity (承诺达标合格证) that was issued.</summary>
[GenerateSerializer, Immutable, Alias("declaration-view")]
public sealed record DeclarationView
{
    /// <summary>Counted within the batch, from 1.</summary>
    [Id(0)] public int Number { get; init; }

    [Id(1)] public decimal Quantity { get; init; }
    [Id(2)] public string Unit { get; init; } = "";
    [Id(3)] public DateOnly IssuedOn { get; init; }
    [Id(4)] public string Producer { get; init; } = "";
    [Id(5)] public string Contact { get; init; } = "";
    [Id(6)] public string Origin { get; init; } = "";
    [Id(7)] public ImmutableArray<DeclarationBasis> Basis { get; init; } = [];
    [Id(8)] public Deed? By { get; init; }
}

/// <summary>Stage record (农事记录 and every other stage's).</summary>
[GenerateSerializer, Immutable, Alias("stage-record-view")]
public sealed record StageRecordView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";

    /// <summary>The key of the stage's form.</summary>
    [Id(2)] public string Stage { get; init; } = "";

    [Id(3)] public int FormVersion { get; init; }
    [Id(4)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;

    /// <summary>The day it tells of: its first date, or the day it was made when it has none.</summary>
    [Id(5)] public DateOnly OccurredOn { get; init; }

    [Id(6)] public StageRecordState State { get; init; }

    /// <summary>Set on a harvest inside a pre-harvest interval: the first day on which it would have been lawful.</summary>
    [Id(7)] public DateOnly? LawfulFrom { get; init; }

    [Id(8)] public Deed? Created { get; init; }
    [Id(9)] public Deed? Changed { get; init; }
    [Id(10)] public Deed? Submitted { get; init; }
    [Id(11)] public Deed? Deleted { get; init; }
}
