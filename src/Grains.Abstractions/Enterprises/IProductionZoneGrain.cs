namespace Suyuan.Enterprises;

/// <summary>One production zone (生产区) of an enterprise.</summary>
[Alias("production-zone-grain")]
public interface IProductionZoneGrain : IEnterpriseEntryGrain;
