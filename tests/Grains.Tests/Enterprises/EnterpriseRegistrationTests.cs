using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Enterprises.Tests;

public sealed class EnterpriseRegistrationTests
{
    private static readonly CreditCode Code = CreditCode.Parse("91330100799655058B", null);
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Enterprise_registers_once_and_another_mobile_is_told_so_FL1()
    {
        var enterprise = Register(new()).Value;

        Assert.Equal(("径山茶业", "330110", Now), (enterprise.Name, enterprise.District.Value, enterprise.RegisteredAt));
        Assert.Equal(
            EnterpriseRefusals.RegisteredAlready(Code).ToString(), enterprise.Register(Code, Words(), "h2", Now).Refusal?.ToString());
    }

    /// <summary>The record may have been written and the account not: the same mobile says it again, in better words if it likes.</summary>
    [Fact]
    public void Same_mobile_registers_again_where_it_has_no_account_yet_FL1()
    {
        var enterprise = Register(new()).Value;

        Assert.Same(enterprise, enterprise.Register(Code, Words(), "h1", Now.AddDays(1)).Value);
        var corrected = enterprise.Register(Code, Words("径山茶业有限公司"), "h1", Now.AddDays(1)).Value;
        Assert.Equal(("径山茶业有限公司", 2, Now), (corrected.Name, corrected.Revision, corrected.RegisteredAt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\u0007b")]
    public void Name_can_be_read_FL1(string name) =>
        Assert.Equal(EnterpriseRefusals.NameInvalid.Code, new Enterprise().Register(Code, Words(name), "h1", Now).Refusal?.Code);

    private static Result<Enterprise> Register(Enterprise enterprise) => enterprise.Register(Code, Words(), "h1", Now);

    private static RegisterEnterprise Words(string name = "径山茶业") => new()
    {
        Name = name, District = DistrictCode.Parse("330110", null), UserName = new("zhou"), DisplayName = "周建国",
        Password = "a-good-password", Mobile = MobileNumber.Parse("13812345678", null), Code = "123456",
    };
}
