using Suyuan.Common;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Growers;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>A unit to form. The region defaults to the account's own; only a cooperative has a legal person.</summary>
public sealed record FormTraceUnitRequest
{
    public required SeasonYear Season { get; init; }
    public required Formation Formation { get; init; }
    public required string Name { get; init; }
    public RegionCode? Region { get; init; }
    public required ImmutableArray<MemberRequest> Members { get; init; }
    public LegalPersonRequest? LegalPerson { get; init; }

    public FormTraceUnit ToCommand(Caller by) => new()
    {
        By = by,
        Season = Season,
        Formation = Formation,
        Name = Name,
        Region = Region,
        Members = [.. Members.Select(member => member.ToChoice())],
        LegalPerson = LegalPerson?.ToDetails(),
    };
}

/// <summary>A unit's new name and members; the legal person stays when left out, since answers show it masked only.</summary>
public sealed record EditTraceUnitRequest
{
    public required string Name { get; init; }
    public required ImmutableArray<MemberRequest> Members { get; init; }
    public LegalPersonRequest? LegalPerson { get; init; }

    public EditTraceUnit ToCommand(Caller by, int? revision) => new()
    {
        By = by,
        Name = Name,
        Members = [.. Members.Select(member => member.ToChoice())],
        LegalPerson = LegalPerson?.ToDetails(),
        ExpectedRevision = revision,
    };
}

/// <summary>A grower's id and the codes of the plots chosen. A struct, so that null in the list does not parse.</summary>
[method: JsonConstructor]
public readonly record struct MemberRequest(string Grower, ImmutableArray<PlotCode> Plots)
{
    public ChosenMember ToChoice() => new(Grower, Plots);
}

/// <summary>Legal person of a cooperative: number is a credit code or an ID number.</summary>
public sealed record LegalPersonRequest(string Name, PersonNumber Number, string Representative, MobileNumber Mobile)
{
    public LegalPersonDetails ToDetails() => new(Name, Number, Representative, Mobile);
}

/// <summary>Why a unit is rejected.</summary>
public sealed record RejectTraceUnitRequest(string Reason) : IGivesReason;
