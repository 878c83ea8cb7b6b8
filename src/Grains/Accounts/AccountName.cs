namespace Suyuan.Accounts;

/// <summary>The account that registered a mobile.</summary>
public sealed record AccountName
{
    public string UserName { get; init; } = "";
}
