using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;

namespace Suyuan.TraceUnits;

/// <summary>Why a trace unit refuses.</summary>
public static class TraceUnitRefusals
{
    /// <summary>The chosen area must reach the season's minimum for the formation.</summary>
    public static Refusal AreaBelowMinimum(Mu area, Mu minimum) =>
        Refusal.Unprocessable("trace-unit/area-below-minimum", ("areaMu", area), ("minimumMu", minimum));

    /// <summary>One grower's plot is in one unit per season.</summary>
    public static Refusal PlotTaken(PlotCode plot, string unit) =>
        Refusal.Conflict("trace-unit/plot-taken", ("plot", plot), ("unit", unit));

    /// <summary>An approved unit changes only after its approval is revoked.</summary>
    public static Refusal Approved(string unit) => Refusal.Conflict("trace-unit/approved", ("unit", unit));

    /// <summary>Ginning of the unit's cotton has begun.</summary>
    public static Refusal Processing(string unit) => Refusal.Conflict("trace-unit/processing", ("unit", unit));

    /// <summary>A dissolved unit can only be read.</summary>
    public static Refusal Dissolved(string unit) => Refusal.Conflict("trace-unit/dissolved", ("unit", unit));

    /// <summary>Only a pending unit is approved or rejected.</summary>
    public static Refusal NotPending(string unit) => Refusal.Conflict("trace-unit/not-pending", ("unit", unit));

    /// <summary>There is no approval to revoke.</summary>
    public static Refusal NotApproved(string unit) => Refusal.Conflict("trace-unit/not-approved", ("unit", unit));

    /// <summary>The same forming was sent before with other content.</summary>
    public static Refusal ExistsWithDifferentContent(string unit) =>
        Refusal.Conflict("trace-unit/exists-with-different-content", ("unit", unit));

    /// <summary>A company forms company units; organizers free, cooperative and individual ones; growers individual ones.</summary>
    public static Refusal FormationNotYours(Formation formation) =>
        Refusal.Forbidden("trace-unit/formation-not-yours", ("formation", formation));

    /// <summary>The home region is the account's own or lies in its regiment.</summary>
    public static Refusal RegionNotYours(RegionCode region) => Refusal.Unprocessable("trace-unit/region-not-yours", ("region", region));

    /// <summary>An account without a home region names one.</summary>
    public static Refusal RegionRequired => Refusal.Unprocessable("trace-unit/region-required");

    /// <summary>A name has 1 to 60 characters.</summary>
    public static Refusal NameInvalid => Refusal.Unprocessable("trace-unit/name-invalid");

    /// <summary>A rejection needs a reason of 1 to 500 characters.</summary>
    public static Refusal ReasonRequired => Refusal.Unprocessable("trace-unit/reason-required");

    /// <summary>A unit has members.</summary>
    public static Refusal MembersRequired => Refusal.Unprocessable("trace-unit/members-required");

    /// <summary>A member takes part with plots.</summary>
    public static Refusal MemberWithoutPlots(string grower) => Refusal.Unprocessable("trace-unit/member-without-plots", ("grower", grower));

    /// <summary>A grower is named once.</summary>
    public static Refusal MemberTwice(string grower) => Refusal.Unprocessable("trace-unit/member-twice", ("grower", grower));

    /// <summary>A company unit takes growers of its company, other units growers of their regiment.</summary>
    public static Refusal MemberOutsideRegion(string grower, RegionCode region) =>
        Refusal.Unprocessable("trace-unit/member-outside-region", ("grower", grower), ("region", region));

    /// <summary>There is no such grower.</summary>
    public static Refusal UnknownGrower(string grower) => Refusal.Unprocessable("trace-unit/unknown-grower", ("grower", grower));

    /// <summary>The plot is not this grower's in this season.</summary>
    public static Refusal PlotNotOfGrower(PlotCode plot, string grower) =>
        Refusal.Unprocessable("trace-unit/plot-not-of-grower", ("plot", plot), ("grower", grower));

    /// <summary>An individual unit is one grower.</summary>
    public static Refusal IndividualOneGrower(int members) =>
        Refusal.Unprocessable("trace-unit/individual-one-grower", ("members", members));

    /// <summary>A grower takes part alone only for themself.</summary>
    public static Refusal OnlyYourself => Refusal.Forbidden("trace-unit/only-yourself");

    /// <summary>A cooperative names its legal person.</summary>
    public static Refusal LegalPersonRequired => Refusal.Unprocessable("trace-unit/legal-person-required");

    /// <summary>Only a cooperative has a legal person.</summary>
    public static Refusal LegalPersonNotExpected => Refusal.Unprocessable("trace-unit/legal-person-not-expected");

    /// <summary>A legal person has a name and a representative of 1 to 60 characters, a valid number and a mobile number.</summary>
    public static Refusal LegalPersonInvalid(string member) => Refusal.Unprocessable("trace-unit/legal-person-invalid", ("member", member));
}
