using Suyuan.Common;

namespace Suyuan.Accounts;

/// <summary>Accounts as a table.</summary>
internal static class AccountTable
{
    public static ExportTable<AccountItem> Columns { get; } = new("accounts", "账号")
    {
        { "userName", "用户名", account => account.UserName },
        { "displayName", "名称", account => account.DisplayName },
        { "maskedMobile", "手机号", account => account.MaskedMobile },
        { "homeRegion", "归属地区", account => account.HomeRegion },
        { "roles", "角色", account => account.Roles.Select(grant => grant.Role) },
        { "scopes", "范围", account => account.Roles.Select(grant => grant.Scope).Where(scope => scope.Length > 0) },
        { "createdAt", "创建时间", account => account.CreatedAt },
    };
}
