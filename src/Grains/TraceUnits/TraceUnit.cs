using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Trace unit (追溯单元) as stored, and every decision on it.</summary>
[GenerateSerializer, Immutable, Alias("trace-unit")]
public sealed record TraceUnit
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public SeasonYear Season { get; init; }
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public Formation Formation { get; init; }
    [Id(4)] public TraceUnitState State { get; init; }
    [Id(5)] public RegionCode Region { get; init; }
    [Id(6)] public string Organizer { get; init; } = "";
    [Id(7)] public ImmutableArray<TraceUnitMember> Members { get; init; } = [];
    [Id(8)] public Mu AreaMu { get; init; }
    [Id(9)] public LegalPerson? LegalPerson { get; init; }
    [Id(10)] public string? Reason { get; init; }

    /// <summary>What was said when it was formed, as a keyed hash, so that a repeated forming is known from another one.</summary>
    [Id(11)] public string Fingerprint { get; init; } = "";

    internal Result<TraceUnit> Form(FormTraceUnit command, FormingFacts facts)
    {
        if (Revision > 0) return facts.Fingerprint == Fingerprint ? this : TraceUnitRefusals.ExistsWithDifferentContent(Name);
        if (UnitRights.Forming(command.By, command.Formation, command.Members) is { } forbidden) return forbidden;
        if (FormingEnded(facts) is { } ended) return ended;
        var (home, outside) = UnitRights.Home(command.By, command.Region, facts);
        if (outside is not null) return outside;

        var formed = new TraceUnit
        {
            Revision = 1,
            Season = command.Season,
            Formation = command.Formation,
            Region = home,
            Organizer = command.By.Account,
            Fingerprint = facts.Fingerprint,
        };
        return formed.Fill(command.Name, command.Members, facts.Season, facts.Choice);
    }

    internal Result<TraceUnit> Edit(EditTraceUnit command, UnitFacts facts, ChoiceFacts choice)
    {
        if (AgainstChange(command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (UnitRights.Forming(command.By, Formation, command.Members) is { } forbidden) return forbidden;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return (this with { Revision = Revision + 1, State = TraceUnitState.Pending, Reason = null })
            .Fill(command.Name, command.Members, facts.Season, choice);
    }

    internal Result<TraceUnit> Dissolve(DissolveTraceUnit command, UnitFacts facts)
    {
        if (State is TraceUnitState.Dissolved && this.ChangeableBy(command.By)) return this;
        if (AgainstChange(command.By, facts).FirstOrDefault() is { } refusal) return refusal;
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, State = TraceUnitState.Dissolved };
    }

    internal Result<TraceUnit> Approve(ApproveTraceUnit command, UnitFacts facts)
    {
        if (AgainstJudging(command.By, facts) is { } refusal) return refusal;
        if (State is TraceUnitState.Approved) return this;
        if (State is not TraceUnitState.Pending) return TraceUnitRefusals.NotPending(Name);
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, State = TraceUnitState.Approved };
    }

    internal Result<TraceUnit> Reject(RejectTraceUnit command, UnitFacts facts)
    {
        if (AgainstJudging(command.By, facts) is { } refusal) return refusal;
        if (!Wording.Fits(command.Reason, 500)) return TraceUnitRefusals.ReasonRequired;
        if (State is TraceUnitState.Rejected && Reason == command.Reason.Trim()) return this;
        if (State is TraceUnitState.Approved) return TraceUnitRefusals.Approved(Name);
        if (State is not TraceUnitState.Pending) return TraceUnitRefusals.NotPending(Name);
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, State = TraceUnitState.Rejected, Reason = command.Reason.Trim() };
    }

    internal Result<TraceUnit> RevokeApproval(RevokeTraceUnitApproval command, UnitFacts facts)
    {
        if (AgainstJudging(command.By, facts) is { } refusal) return refusal;
        if (State is not TraceUnitState.Approved) return TraceUnitRefusals.NotApproved(Name);
        if (Common.Revision.Outdated(Revision, command.ExpectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, State = TraceUnitState.Pending };
    }

    /// <summary>Everything that keeps this caller from editing or dissolving the unit now; the first is the answer to an attempt.</summary>
    internal IEnumerable<Refusal> AgainstChange(Caller by, UnitFacts facts)
    {
        if (!this.VisibleTo(by))
        {
            yield return SharedRefusals.NotFound("trace-unit");
            yield break;
        }

        if (!this.ChangeableBy(by)) yield return SharedRefusals.Forbidden;
        if (Frozen(facts) is { } frozen) yield return frozen;
        if (State is TraceUnitState.Approved) yield return TraceUnitRefusals.Approved(Name);
    }

    internal TraceUnitView ToView(string id, bool processing) => new()
    {
        Id = id,
        Season = Season,
        Name = Name,
        Formation = Formation,
        State = State,
        Processing = processing,
        Region = Region,
        Organizer = Organizer,
        AreaMu = AreaMu,
        Members = [.. Members.Select(member => member.ToView())],
        LegalPerson = LegalPerson?.ToView(),
        Reason = Reason,
        Revision = Revision,
    };

    private Refusal? AgainstJudging(Caller by, UnitFacts facts)
    {
        if (!this.VisibleTo(by)) return SharedRefusals.NotFound("trace-unit");
        return this.JudgedBy(by) ? Frozen(facts) : SharedRefusals.Forbidden;
    }

    /// <summary>What nobody can change any more, whoever asks.</summary>
    private Refusal? Frozen(UnitFacts facts)
    {
        if (State is TraceUnitState.Dissolved) return TraceUnitRefusals.Dissolved(Name);
        if (facts.Processing) return TraceUnitRefusals.Processing(Name);
        return facts.Season.Closed ? SeasonRefusals.Closed(Season) : null;
    }

    private static Refusal? FormingEnded(FormingFacts facts)
    {
        var season = facts.Season;
        if (season.Closed) return SeasonRefusals.Closed(season.Season);
        return season.FormingDeadline is { } deadline && ChinaTime.Passed(deadline, facts.Now)
            ? SeasonRefusals.FormingClosed(season.Season, deadline)
            : null;
    }

    private Result<TraceUnit> Fill(string name, ImmutableArray<ChosenMember> members, SeasonPolicy season, ChoiceFacts choice)
    {
        if (!Wording.Fits(name)) return TraceUnitRefusals.NameInvalid;
        if (choice.LegalPerson is { Refused: true } invalid) return invalid.Refusal;
        var legalPerson = choice.LegalPerson?.Value ?? LegalPerson;
        if (Formation is Formation.Cooperative && legalPerson is null) return TraceUnitRefusals.LegalPersonRequired;
        if (Formation is not Formation.Cooperative && legalPerson is not null) return TraceUnitRefusals.LegalPersonNotExpected;

        return Membership.Choose(members, choice.Growers, Formation, Region, season).Then<TraceUnit>(chosen =>
            this with { Name = name.Trim(), LegalPerson = legalPerson, Members = chosen.Members, AreaMu = chosen.Area });
    }
}
