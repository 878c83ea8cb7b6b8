namespace Suyuan.Regions;

/// <summary>Administrative division: 西湖区, 浙江省杭州市西湖区, in 330100.</summary>
internal sealed record DistrictItem(DistrictCode Code, string Name, string FullName, DistrictCode? Parent, bool HasParts);
