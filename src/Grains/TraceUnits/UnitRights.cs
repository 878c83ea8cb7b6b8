using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Regions;

namespace Suyuan.TraceUnits;

/// <summary>Who may know of a unit, form one, change one, and judge one (TU1, TU6, TU9).</summary>
internal static class UnitRights
{
    public static bool VisibleTo(this TraceUnit unit, Caller by) => unit.Revision > 0 && by.Role switch
    {
        Role.Platform => true,
        Role.Regiment or Role.Regulator => by.Oversees(unit.Region),
        Role.Company => unit.Formation is Formation.Company && by.Region == unit.Region,
        Role.Organizer => unit.Organizer == by.Account,
        Role.Grower => unit.Members.Any(member => member.Grower == by.Scope),
        _ => false,
    };

    /// <summary>A company's officers change its units; any other unit is changed by the account that formed it.</summary>
    public static bool ChangeableBy(this TraceUnit unit, Caller by) => by.Role switch
    {
        Role.Company => unit.Formation is Formation.Company && by.Region == unit.Region,
        Role.Organizer or Role.Grower => unit.Formation is not Formation.Company && unit.Organizer == by.Account,
        _ => false,
    };

    public static bool JudgedBy(this TraceUnit unit, Caller by) => by.Role is Role.Regiment && by.Oversees(unit.Region);

    public static Refusal? Forming(Caller by, Formation formation, ImmutableArray<ChosenMember> members) => (by.Role, formation) switch
    {
        (Role.Company, Formation.Company) => null,
        (Role.Organizer, Formation.Free or Formation.Cooperative or Formation.Individual) => null,
        (Role.Grower, Formation.Individual) =>
            members.IsDefault || members.All(member => member.Grower == by.Scope) ? null : TraceUnitRefusals.OnlyYourself,
        _ => TraceUnitRefusals.FormationNotYours(formation),
    };

    /// <summary>The region asked for, or the account's own; it stays inside the account's company or regiment (TU1).</summary>
    public static (RegionCode Region, Refusal? Refusal) Home(Caller by, RegionCode? asked, FormingFacts facts)
    {
        var own = by.Role switch
        {
            Role.Grower => facts.Choice.Growers.FirstOrDefault(grower => grower.Id == by.Scope)?.Region,
            Role.Organizer => facts.AccountRegion,
            _ => by.Region,
        };
        var reach = by.Role is Role.Company ? own : own?.Regiment ?? own;
        return (asked ?? own) switch
        {
            null => (default, TraceUnitRefusals.RegionRequired),
            { IsDivision: true } home => (home, TraceUnitRefusals.RegionNotYours(home)),
            { } home when !facts.RegionKnown || (reach is { } within && !within.Contains(home)) =>
                (home, TraceUnitRefusals.RegionNotYours(home)),
            { } home => (home, null),
        };
    }
}
