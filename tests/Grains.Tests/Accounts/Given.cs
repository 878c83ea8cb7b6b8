using Suyuan.Common;

namespace Suyuan.Accounts.Tests;

/// <summary>Accounts and sessions as the public decisions make them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.FromHours(8));
    public static readonly UserName Name = new("tester");
    public static readonly Caller Platform = new("platform", Role.Platform, "");
    public static readonly Caller Regiment = new("08-143", Role.Regiment, "08-143");

    public static Account Account(params RoleGrant[] roles) => new Account().Create(Name, Creation(Platform, roles), new(), Now).Value;

    public static CreateAccount Creation(Caller by, params RoleGrant[] roles) => new() { By = by, DisplayName = "Tester", Roles = [.. roles] };

    public static Session Session(Account account) => new Session().Start(new(Name, account.Roles[0], "127.0.0.1"), Now).Value;

    public static MobileCode SentCode() => new MobileCode().Send("right", Now).Value;

    public static RegisterMobile Registration(Role role) => new()
    {
        Mobile = new("13900000001"),
        Code = "123456",
        Password = "a-good-password",
        DisplayName = "张三",
        Role = role,
        UserName = Name,
        HomeRegion = new("08-143"),
    };

    public static void RefusedWith<T>(this Result<T> result, Refusal refusal) where T : class => Assert.Equal(refusal.ToString(), result.Refusal?.ToString());
}
