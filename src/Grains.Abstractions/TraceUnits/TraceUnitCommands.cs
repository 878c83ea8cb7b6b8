using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Forms (组团) a unit. The region defaults to the account's own; repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("form-trace-unit")]
public sealed record FormTraceUnit
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required SeasonYear Season { get; init; }
    [Id(2)] public required Formation Formation { get; init; }
    [Id(3)] public required string Name { get; init; }
    [Id(4)] public RegionCode? Region { get; init; }
    [Id(5)] public ImmutableArray<ChosenMember> Members { get; init; } = [];
    [Id(6)] public LegalPersonDetails? LegalPerson { get; init; }
}

/// <summary>Changes name, members or legal person; a legal person left out stays. An edited unit waits for approval anew.</summary>
[GenerateSerializer, Immutable, Alias("edit-trace-unit")]
public sealed record EditTraceUnit
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public ImmutableArray<ChosenMember> Members { get; init; } = [];
    [Id(3)] public LegalPersonDetails? LegalPerson { get; init; }
    [Id(4)] public int? ExpectedRevision { get; init; }
}

/// <summary>Dissolves (解散) a unit and frees its plots.</summary>
[GenerateSerializer, Immutable, Alias("dissolve-trace-unit")]
public sealed record DissolveTraceUnit([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>Approves (审核) a unit; with a revision only what the regiment has seen.</summary>
[GenerateSerializer, Immutable, Alias("approve-trace-unit")]
public sealed record ApproveTraceUnit([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>Rejects a unit with a reason its members can read.</summary>
[GenerateSerializer, Immutable, Alias("reject-trace-unit")]
public sealed record RejectTraceUnit([property: Id(0)] Caller By, [property: Id(1)] string Reason, [property: Id(2)] int? ExpectedRevision);

/// <summary>Revokes an approval (撤销审核): the unit is pending again.</summary>
[GenerateSerializer, Immutable, Alias("revoke-trace-unit-approval")]
public sealed record RevokeTraceUnitApproval([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>A grower and the plots to take part with.</summary>
[GenerateSerializer, Immutable, Alias("chosen-member")]
public sealed record ChosenMember([property: Id(0)] string Grower, [property: Id(1)] ImmutableArray<PlotCode> Plots);

/// <summary>Legal person (法人) of a cooperative, as given.</summary>
[GenerateSerializer, Immutable, Alias("legal-person-details")]
public sealed record LegalPersonDetails(
    [property: Id(0)] string Name,
    [property: Id(1)] PersonNumber Number,
    [property: Id(2)] string Representative,
    [property: Id(3)] MobileNumber Mobile);
