using Suyuan.Accounts;
using Suyuan.Regions;

namespace Suyuan.Statistics;

/// <summary>A unit and its figures, as far as a report asks who may see it.</summary>
internal sealed record UnitRow(string Id, string Name, RegionCode Region, bool OfCompany, string Organizer, Figures Figures)
{
    /// <summary>As the unit itself answers, except that members see their own share alone, by their own report (AC5).</summary>
    public bool ReportedTo(Caller caller) => caller.Role switch
    {
        Role.Company => OfCompany && caller.Region == Region,
        Role.Organizer or Role.Grower => Organizer == caller.Account,
        _ => caller.Oversees(Region),
    };

    public UnitFigures Report(GrowerShare? share = null) => new(Id, Name, Region, Figures) { Share = share };
}
