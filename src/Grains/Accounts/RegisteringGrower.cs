namespace Suyuan.Accounts;

/// <summary>A grower of the roster who registers.</summary>
public sealed record RegisteringGrower
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
}
