namespace Suyuan.Enterprises;

/// <summary>One plot (地块) of an enterprise.</summary>
[Alias("plot-grain")]
public interface IPlotGrain : IEnterpriseEntryGrain;
