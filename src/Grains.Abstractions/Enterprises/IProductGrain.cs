namespace Suyuan.Enterprises;

/// <summary>One product (产品信息) of an enterprise.</summary>
[Alias("product-grain")]
public interface IProductGrain : IEnterpriseEntryGrain;
