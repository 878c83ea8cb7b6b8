using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.Regions;
using Suyuan.TraceUnits;

namespace Suyuan.Linkages;

/// <summary>Who may follow whose cotton: whoever may know of the grower, unit, gin or region; else it is not there (AC5).</summary>
internal sealed class LinkageScope(IGrainFactory grains)
{
    public async Task<Result<Whose>> OfGrower(string id, Caller caller) =>
        (await grains.Grower(id).GetFor(caller)).Then<Whose>(_ => new Whose(Grower: id));

    public async Task<Result<Whose>> OfUnit(string id, Caller caller) =>
        (await grains.TraceUnit(id).GetFor(caller)).Then<Whose>(_ => new Whose(Unit: id));

    public static Task<Result<Whose>> OfGin(GinCode gin, Caller caller) => Task.FromResult<Result<Whose>>(
        caller.WorksAt(gin.Value) ? new Whose(Gin: gin) : SharedRefusals.NotFound("gin"));

    public static Task<Result<Whose>> OfRegion(RegionCode region, Caller caller) => Task.FromResult<Result<Whose>>(caller.Oversees(region)
        ? new Whose(Region: region) { OfCompany = caller.Role is Role.Company }
        : SharedRefusals.NotFound("region"));
}
