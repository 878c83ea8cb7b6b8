using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>
/// Batch (生产批次) as stored. Of its stage records it keeps what decisions need and the one written last; see StageRecord.
/// </summary>
[GenerateSerializer, Immutable, Alias("batch")]
public sealed partial record Batch
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }
    [Id(2)] public BatchNumber Number { get; init; }
    [Id(3)] public BatchState State { get; init; }

    /// <summary>The request that opened it.</summary>
    [Id(4)] public string Request { get; init; } = "";

    [Id(5)] public string ProductFiling { get; init; } = "";
    [Id(6)] public string ProductName { get; init; } = "";
    [Id(7)] public string Category { get; init; } = "";
    [Id(8)] public string Zone { get; init; } = "";
    [Id(9)] public ImmutableArray<string> Plots { get; init; } = [];
    [Id(10)] public int FormVersion { get; init; }
    [Id(11)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(12)] public ImmutableArray<BatchStage> Stages { get; init; } = [];
    [Id(13)] public ImmutableArray<PestControl> Applications { get; init; } = [];
    [Id(14)] public ImmutableArray<Harvest> Harvests { get; init; } = [];
    [Id(15)] public ImmutableArray<Declaration> Declarations { get; init; } = [];

    /// <summary>The stage record that this write is about, if it is about one.</summary>
    [Id(16)] public StageRecord? Written { get; init; }

    [Id(17)] public Deed? Opened { get; init; }
    [Id(18)] public Deed? Completed { get; init; }
    [Id(19)] public Deed? Reopened { get; init; }
    [Id(20)] public Deed? Voided { get; init; }

    internal Result<Batch> Open(CreditCode enterprise, BatchNumber number, OpenBatch command, BatchFacts facts)
    {
        if (Revision > 0) return Says(command, facts) ? this : BatchRefusals.ExistsWithDifferentContent(Number);
        if (facts.Standing.AgainstTracing(enterprise) is { } closed) return closed;
        if (facts.Standing.Product is not { } product) return BatchRefusals.ProductNotFiled(command.ProductFiling);
        if (!facts.Grounds.Profile) return EnterpriseRefusals.ProfileRequired;
        if (!facts.Grounds.Zones) return EnterpriseRefusals.ZoneRequired;
        var opened = new Batch
        {
            Enterprise = enterprise,
            Number = number,
            Request = command.Request,
            ProductFiling = product.Id,
            ProductName = product.Name,
            Category = product.Category,
            Stages = [.. facts.Template.Select(stage => new BatchStage { Stage = stage })],
            Opened = facts.By,
        };
        return opened.Fill(command.Zone, command.Plots, facts);
    }

    internal Result<Batch> Edit(EditBatch command, BatchFacts facts)
    {
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Fill(command.Zone, command.Plots, facts);
    }

    internal Result<Batch> Complete(CompleteBatch command, Deed by)
    {
        if (State is BatchState.Completed) return this;
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Next() with { State = BatchState.Completed, Completed = by };
    }

    internal Result<Batch> Reopen(ReopenBatch command, Deed by)
    {
        if (command.By.Role is not Role.EnterpriseAdministrator) return SharedRefusals.Forbidden;
        if (State is BatchState.Void) return BatchRefusals.NotRunning(Number, State);
        if (State is BatchState.Running) return BatchRefusals.NotCompleted(Number);
        if (!Wording.Fits(command.Reason, Wording.ReasonLength)) return BatchRefusals.ReasonRequired;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Next() with { State = BatchState.Running, Reopened = by };
    }

    internal Result<Batch> Void(VoidBatch command, bool codesBound, Deed by)
    {
        if (State is BatchState.Void) return this;
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (codesBound) return BatchRefusals.CodesBound(Number);
        if (!Wording.FitsOrIsEmpty(command.Reason, Wording.ReasonLength)) return BatchRefusals.ReasonRequired;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return Next() with { State = BatchState.Void, Voided = by };
    }

    /// <summary>An added stage stands in the menu behind those of its group.</summary>
    internal Result<Batch> AddStage(ChooseStage command, FormCatalogue catalogue)
    {
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (catalogue.Find(command.Stage)?.Stage is not { } traits) return BatchRefusals.UnknownStage(command.Stage);
        if (Has(command.Stage)) return this;
        var place = Stages.Length;
        while (place > 0 && !(catalogue.Find(Stages[place - 1].Stage)?.Stage?.Group <= traits.Group)) place--;
        return Next() with { Stages = Stages.Insert(place, new() { Stage = command.Stage }) };
    }

    internal Result<Batch> RemoveStage(ChooseStage command)
    {
        if (AgainstChange() is { } fixedNow) return fixedNow;
        if (Stages.FirstOrDefault(stage => stage.Stage == command.Stage) is not { } chosen) return SharedRefusals.NotFound("stage");
        if (chosen.Records > 0) return BatchRefusals.StageNotEmpty(chosen.Stage, chosen.Records);
        return Next() with { Stages = Stages.Remove(chosen) };
    }

    internal Result<Batch> Declare(IssueDeclaration command, DeclarationFacts facts)
    {
        if (AgainstDeclaring() is { } refusal) return refusal;
        var contact = command.Contact ?? facts.Phone;
        var issuedOn = command.IssuedOn ?? facts.Today;
        if (command.Quantity is <= 0 or >= 1_000_000_000 || decimal.Round(command.Quantity, 3) != command.Quantity)
            return BatchRefusals.DeclarationInvalid("quantity");
        if (!Wording.Fits(command.Unit, 20)) return BatchRefusals.DeclarationInvalid("unit");
        if (issuedOn > facts.Today || issuedOn < Harvests.Min(harvest => harvest.Date)) return BatchRefusals.DeclarationInvalid("issuedOn");
        if (!Wording.Fits(contact)) return BatchRefusals.DeclarationInvalid("contact");
        var issued = new Declaration
        {
            Quantity = command.Quantity,
            Unit = command.Unit.Trim(),
            IssuedOn = issuedOn,
            Producer = facts.Producer,
            Contact = contact!.Trim(),
            Origin = facts.Origin,
            Basis = command.Basis.IsDefaultOrEmpty ? [DeclarationBasis.OwnCommitment] : [.. command.Basis.Distinct().Order()],
            By = facts.By,
        };
        return Next() with { Declarations = Declarations.Add(issued) };
    }

    internal Refusal? AgainstChange() => State is BatchState.Running ? null : BatchRefusals.NotRunning(Number, State);

    /// <summary>A completed batch is still sold, so it is declared as a running one is.</summary>
    internal Refusal? AgainstDeclaring()
    {
        if (State is BatchState.Void) return BatchRefusals.NotRunning(Number, State);
        if (Harvests.IsEmpty) return BatchRefusals.NotHarvested(Number);
        var violated = Harvests.FirstOrDefault(harvest => harvest.LawfulFrom is not null);
        return violated is null ? null : BatchRefusals.HarvestViolated(violated.Date, violated.LawfulFrom!.Value);
    }

    private Batch Next() => this with { Revision = Revision + 1, Written = null };

    private bool Has(string stage) => Stages.Any(one => one.Stage == stage);

    private bool Says(OpenBatch command, BatchFacts facts) => Request == command.Request && ProductFiling == command.ProductFiling
        && Zone == command.Zone && Plots.SequenceEqual(command.Plots) && facts.Filled.Says(Answers);

    private Result<Batch> Fill(string zone, ImmutableArray<string> plots, BatchFacts facts)
    {
        if (!facts.Grounds.Zone) return EnterpriseRefusals.UnknownZone(zone);
        if (plots.FirstOrDefault(plot => !facts.Grounds.Plots.Contains(plot)) is { } elsewhere)
            return BatchRefusals.PlotNotInZone(elsewhere);
        if (facts.Filled.Refusal is { } wrong) return wrong;
        return Next() with
        {
            Zone = zone, Plots = [.. plots.Distinct()], FormVersion = facts.Filled.Form.Version, Answers = facts.Filled.Answers,
        };
    }
}
