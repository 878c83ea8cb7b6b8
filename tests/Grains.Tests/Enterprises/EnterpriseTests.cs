using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Enterprises.Tests;

public sealed class EnterpriseTests
{
    private static readonly CreditCode Code = CreditCode.Parse("91330100799655058B", null);
    private static readonly DateTimeOffset Now = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    private static RegisterEnterprise Command(string name = "径山茶业") => new()
    {
        Name = name, District = DistrictCode.Parse("330110", null), UserName = UserName.Parse("producer-1", null), DisplayName = "周建国",
        Password = "producers-password", Mobile = MobileNumber.Parse("13812345678", null), Code = "123456",
    };

    private static Result<Enterprise> Register(Enterprise enterprise, string mobileHash, string name = "径山茶业") =>
        enterprise.Register(Code, Command(name), mobileHash, Now);

    [Fact]
    public void An_enterprise_registers_once_and_may_say_so_again_FL1()
    {
        var enterprise = Register(new(), "h1").Value;

        Assert.Same(enterprise, Register(enterprise, "h1").Value);
        Refused.With(EnterpriseRefusals.RegisteredAlready(Code), Register(enterprise, "h2"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0000")]
    public void A_name_has_1_to_60_characters_FL1(string name) => Refused.With(EnterpriseRefusals.NameInvalid, Register(new(), "h1", name));

    [Theory]
    [InlineData(Role.Recorder, "91330100799655058B", true)]
    [InlineData(Role.EnterpriseAdministrator, "91330100799655058B", true)]
    [InlineData(Role.Recorder, "91440300708461136T", false)]
    [InlineData(Role.Regulator, "330000", true)]
    [InlineData(Role.Regulator, "330106", false)]
    [InlineData(Role.Regulator, "", true)]
    [InlineData(Role.Platform, "", true)]
    [InlineData(Role.Ginner, "65001", false)]
    public void Its_people_and_its_regulators_know_of_it_SC1(Role role, string scope, bool visible) =>
        Assert.Equal(visible, Register(new(), "h1").Value.VisibleTo(Code, new("x", role, scope)));
}
