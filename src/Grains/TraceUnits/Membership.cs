using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Who may be in a unit, with which plots (TU2), and whether their area is enough (TU3).</summary>
internal sealed record Membership(ImmutableArray<TraceUnitMember> Members, Mu Area)
{
    public static Result<Membership> Choose(
        ImmutableArray<ChosenMember> chosen, ImmutableArray<GrowerView> growers, Formation formation, RegionCode home, SeasonPolicy season)
    {
        if (chosen.IsDefaultOrEmpty) return TraceUnitRefusals.MembersRequired;
        if (formation is Formation.Individual && chosen.Length != 1) return TraceUnitRefusals.IndividualOneGrower(chosen.Length);
        if (chosen.GroupBy(member => member.Grower).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return TraceUnitRefusals.MemberTwice(twice.Key);

        // Only a company keeps to itself; every other formation may reach across its regiment.
        var reach = formation is Formation.Company ? home : home.Regiment ?? home;
        var known = growers.ToDictionary(grower => grower.Id);
        var members = ImmutableArray.CreateBuilder<TraceUnitMember>(chosen.Length);
        foreach (var choice in chosen)
        {
            var member = Member(choice, known.GetValueOrDefault(choice.Grower), reach, season.Season);
            if (member.Refused) return member.Refusal;
            members.Add(member.Value);
        }

        var area = members.Aggregate(Mu.Zero, (sum, member) => sum + member.Area);
        var minimum = season.MinimumAreaMu.Of(formation);
        return area < minimum ? TraceUnitRefusals.AreaBelowMinimum(area, minimum) : new Membership(members.MoveToImmutable(), area);
    }

    private static Result<TraceUnitMember> Member(ChosenMember choice, GrowerView? grower, RegionCode reach, SeasonYear season)
    {
        if (grower is null) return TraceUnitRefusals.UnknownGrower(choice.Grower);
        if (!reach.Contains(grower.Region)) return TraceUnitRefusals.MemberOutsideRegion(grower.Id, reach);
        if (choice.Plots.IsDefaultOrEmpty) return TraceUnitRefusals.MemberWithoutPlots(grower.Id);

        var planted = grower.Plots.Where(plot => plot.Season == season).ToDictionary(plot => plot.Code);
        var codes = choice.Plots.Distinct().ToArray();
        if (codes.Where(code => !planted.ContainsKey(code)).Select(code => (PlotCode?)code).FirstOrDefault() is { } foreign)
            return TraceUnitRefusals.PlotNotOfGrower(foreign, grower.Id);

        return new TraceUnitMember
        {
            Grower = grower.Id,
            MaskedName = grower.MaskedName,
            Plots = [.. codes.Select(code => new ChosenPlot { Code = code, AreaMu = planted[code].AreaMu })],
        };
    }
}
