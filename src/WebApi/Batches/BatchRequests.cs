using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>A batch to open.</summary>
/// <param name="ProductFiling">The id of the issued product filing; name and category of the product come from it.</param>
/// <param name="Zone">The id of the production zone.</param>
/// <param name="Answers">To the form `batch`.</param>
/// <param name="Plots">Ids of plots of the zone; the whole zone when none is named.</param>
public sealed record OpenBatchRequest(string ProductFiling, string Zone, FormAnswers Answers, ImmutableArray<string>? Plots = null)
{
    public OpenBatch ToCommand(Caller by, string request) =>
        new() { By = by, Request = request, ProductFiling = ProductFiling, Zone = Zone, Plots = Plots ?? [], Answers = Answers };
}

/// <summary>What a batch is to say; its product stays.</summary>
public sealed record EditBatchRequest(string Zone, FormAnswers Answers, ImmutableArray<string>? Plots = null)
{
    public EditBatch ToCommand(Caller by, int? revision) =>
        new() { By = by, Zone = Zone, Plots = Plots ?? [], Answers = Answers, ExpectedRevision = revision };
}

/// <summary>Why a batch is reopened.</summary>
public sealed record ReopenBatchRequest(string Reason) : IGivesReason;

/// <summary>A record of a stage: answers to the stage's form. A draft may have gaps and faults.</summary>
public sealed record StageRecordRequest(string Stage, FormAnswers Answers)
{
    public AddStageRecord ToCommand(Caller by, string id) => new() { By = by, Id = id, Stage = Stage, Answers = Answers };
}

/// <summary>What a record is to say.</summary>
public sealed record ChangeStageRecordRequest(FormAnswers Answers)
{
    public ChangeStageRecord ToCommand(Caller by, string id, int? revision) =>
        new() { By = by, Id = id, Answers = Answers, ExpectedRevision = revision };
}

/// <summary>A declaration of conformity to issue.</summary>
/// <param name="Quantity">How much of the batch is declared, with at most three decimals.</param>
/// <param name="Unit">The unit of the quantity.</param>
/// <param name="IssuedOn">The date of issue; today when left out.</param>
/// <param name="Contact">The phone on it; the one that the profile shows to the public when left out.</param>
/// <param name="Basis">What it rests on; the producer's word when left out.</param>
public sealed record DeclarationRequest(
    decimal Quantity, string Unit, DateOnly? IssuedOn = null, string? Contact = null, ImmutableArray<DeclarationBasis>? Basis = null)
{
    public IssueDeclaration ToCommand(Caller by) =>
        new() { By = by, Quantity = Quantity, Unit = Unit, IssuedOn = IssuedOn, Contact = Contact, Basis = Basis ?? [] };
}
