using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

/// <summary>A production zone (生产区), a plot (地块) or a product (产品信息) as stored: answers to its form, and what it belongs to.</summary>
[GenerateSerializer, Immutable, Alias("enterprise-entry")]
public sealed record EnterpriseEntry
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public int FormVersion { get; init; }
    [Id(2)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(3)] public string? Zone { get; init; }
    [Id(4)] public string? ProductFiling { get; init; }
    [Id(5)] public Deed? Added { get; init; }
    [Id(6)] public Deed? Changed { get; init; }

    /// <summary>Set once it is offered no longer.</summary>
    [Id(7)] public Deed? Retired { get; init; }

    /// <summary>An addition that comes again meets what it made.</summary>
    internal Result<EnterpriseEntry> Add(CreditCode enterprise, SaveEntry command, FilledForm filled, EntryFacts facts)
    {
        if (Revision > 0) return Says(command, filled) ? this : EnterpriseRefusals.ExistsWithDifferentContent;
        return Save(enterprise, command, filled, facts).Then<EnterpriseEntry>(saved => saved with { Added = facts.By });
    }

    internal Result<EnterpriseEntry> Change(CreditCode enterprise, SaveEntry command, FilledForm filled, EntryFacts facts)
    {
        if (Retired is not null) return EnterpriseRefusals.Retired;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        if (Says(command, filled)) return this;
        return Save(enterprise, command, filled, facts).Then<EnterpriseEntry>(saved => saved with { Changed = facts.By });
    }

    internal Result<EnterpriseEntry> Retire(RetireEntry command, EntryUse use, Deed by)
    {
        if (Retired is not null) return this;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        if (use.Batch is { } batch) return EnterpriseRefusals.UsedByBatch(batch);
        if (use.Plots) return EnterpriseRefusals.ZoneHasPlots;
        return this with { Revision = Revision + 1, Retired = by };
    }

    internal EnterpriseEntryView ToView(string form, string id) => new()
    {
        Revision = Revision,
        Id = id,
        Form = form,
        FormVersion = FormVersion,
        Answers = Answers.Shown(),
        Zone = Zone,
        ProductFiling = ProductFiling,
        Added = Added?.Shown(),
        Changed = Changed?.Shown(),
        Retired = Retired?.Shown(),
    };

    private bool Says(SaveEntry command, FilledForm filled) =>
        FormVersion == filled.Form.Version && Zone == command.Zone && ProductFiling == command.ProductFiling && filled.Says(Answers);

    private Result<EnterpriseEntry> Save(CreditCode enterprise, SaveEntry command, FilledForm filled, EntryFacts facts)
    {
        if (facts.Standing.AgainstTracing(enterprise) is { } closed) return closed;
        if (filled.Refusal is { } wrong) return wrong;
        if (command.Zone is { } zone && !facts.ZoneKnown) return EnterpriseRefusals.UnknownZone(zone);
        if (command.ProductFiling is { } filing && facts.Standing.Product is null) return EnterpriseRefusals.UnknownProductFiling(filing);
        return this with
        {
            Revision = Revision + 1,
            FormVersion = filled.Form.Version,
            Answers = filled.Answers,
            Zone = command.Zone,
            ProductFiling = command.ProductFiling,
        };
    }
}
