using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Accounts as a table; those of companies stand under the headings of their import.</summary>
internal static class AccountTable
{
    public static ExportTable<AccountItem> Columns { get; } = new("accounts", "账号")
    {
        { AccountRow.CodeColumn, account => account.Roles.FirstOrDefault(grant => grant.Role is Role.Company)?.Scope },
        { AccountRow.NameColumn, account => account.DisplayName },
        { AccountRow.ContactColumn, account => account.Contact },
        { AccountRow.MobileColumn, account => account.MaskedMobile },
        { "userName", "用户名", account => ShownAccount.Of(account.UserName) },
        { "homeRegion", "归属地区", account => account.HomeRegion },
        { "roles", "角色", account => account.Roles.Select(grant => grant.Role) },
        { "scopes", "范围", account => account.Roles.Select(grant => grant.Scope).Where(scope => scope.Length > 0) },
        { "createdAt", "创建时间", account => account.CreatedAt },
    };
}
