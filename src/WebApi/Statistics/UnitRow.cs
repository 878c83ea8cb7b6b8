using Suyuan.Accounts;
using Suyuan.Regions;

namespace Suyuan.Statistics;

/// <summary>A unit as far as a report asks who may see it.</summary>
internal sealed record UnitRow(string Id, string Name, RegionCode Region, bool OfCompany, string Organizer)
{
    /// <summary>As the unit itself answers, except that members see their own share alone, by their own report (AC5).</summary>
    public bool ReportedTo(Caller caller) => caller.Role switch
    {
        Role.Company => OfCompany && caller.Region == Region,
        Role.Organizer or Role.Grower => Organizer == caller.Account,
        _ => caller.Oversees(Region),
    };
}
