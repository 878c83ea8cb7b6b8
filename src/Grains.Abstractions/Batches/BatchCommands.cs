using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>Opens a batch (新建批次) of a filed product in a zone. The same request again answers as before.</summary>
[GenerateSerializer, Immutable, Alias("open-batch")]
public sealed record OpenBatch
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Request { get; init; }
    [Id(2)] public required string ProductFiling { get; init; }
    [Id(3)] public required string Zone { get; init; }
    [Id(4)] public ImmutableArray<string> Plots { get; init; } = [];
    [Id(5)] public required FormAnswers Answers { get; init; }
}

/// <summary>Changes where a batch grows and what its form says; its product stays.</summary>
[GenerateSerializer, Immutable, Alias("edit-batch")]
public sealed record EditBatch
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Zone { get; init; }
    [Id(2)] public ImmutableArray<string> Plots { get; init; } = [];
    [Id(3)] public required FormAnswers Answers { get; init; }
    [Id(4)] public int? ExpectedRevision { get; init; }
}

/// <summary>Ends a batch's life cycle.</summary>
[GenerateSerializer, Immutable, Alias("complete-batch")]
public sealed record CompleteBatch([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>Opens a completed batch again.</summary>
[GenerateSerializer, Immutable, Alias("reopen-batch")]
public sealed record ReopenBatch([property: Id(0)] Caller By, [property: Id(1)] string Reason, [property: Id(2)] int? ExpectedRevision);

/// <summary>Voids (作废) a batch.</summary>
[GenerateSerializer, Immutable, Alias("void-batch")]
public sealed record VoidBatch([property: Id(0)] Caller By, [property: Id(1)] string? Reason, [property: Id(2)] int? ExpectedRevision);

/// <summary>Adds a stage of the catalogue to a batch, or removes one that has no record.</summary>
[GenerateSerializer, Immutable, Alias("choose-stage")]
public sealed record ChooseStage([property: Id(0)] Caller By, [property: Id(1)] string Stage);

/// <summary>Adds a record to a stage, as a draft. The same record again answers as before.</summary>
[GenerateSerializer, Immutable, Alias("add-stage-record")]
public sealed record AddStageRecord
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Id { get; init; }
    [Id(2)] public required string Stage { get; init; }
    [Id(3)] public required FormAnswers Answers { get; init; }
}

/// <summary>Changes what a record says; it is a draft again.</summary>
[GenerateSerializer, Immutable, Alias("change-stage-record")]
public sealed record ChangeStageRecord
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Id { get; init; }
    [Id(2)] public required FormAnswers Answers { get; init; }
    [Id(3)] public int? ExpectedRevision { get; init; }
}

/// <summary>Submits (提交) a record: its form must find nothing wrong.</summary>
[GenerateSerializer, Immutable, Alias("submit-stage-record")]
public sealed record SubmitStageRecord([property: Id(0)] Caller By, [property: Id(1)] string Id, [property: Id(2)] int? ExpectedRevision);

/// <summary>Deletes a record; a submitted one with a reason. Its history stays.</summary>
[GenerateSerializer, Immutable, Alias("delete-stage-record")]
public sealed record DeleteStageRecord
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Id { get; init; }
    [Id(2)] public string? Reason { get; init; }
    [Id(3)] public int? ExpectedRevision { get; init; }
}

/// <summary>Issues a declaration of conformity (承诺达标合格证) for so much of the batch.</summary>
[GenerateSerializer, Immutable, Alias("issue-declaration")]
public sealed record IssueDeclaration
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required decimal Quantity { get; init; }
    [Id(2)] public required string Unit { get; init; }

    /// <summary>Today when nothing is said.</summary>
    [Id(3)] public DateOnly? IssuedOn { get; init; }

    /// <summary>The phone that the profile shows to the public when nothing is said.</summary>
    [Id(4)] public string? Contact { get; init; }

    [Id(5)] public ImmutableArray<DeclarationBasis> Basis { get; init; } = [];
}
