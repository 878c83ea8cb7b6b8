using Suyuan.Common;

namespace Suyuan.Accounts.Tests;

public sealed class AccountTests
{
    private static readonly RoleGrant Inspector = new(Role.Inspector, "");
    private static readonly RoleGrant Company = new(Role.Company, "08-143-012");

    [Fact]
    public void Account_is_made_once() =>
        Given.Account(Inspector).Create(Given.Name, Given.Creation(Given.Platform, Inspector), new(), Given.Now)
            .RefusedWith(AccountRefusals.UserNameTaken(Given.Name));

    [Fact]
    public void Account_needs_a_role() => Create(Given.Platform).RefusedWith(AccountRefusals.NoRoles);

    [Fact]
    public void Regiment_makes_its_companies_and_nothing_else_AC2()
    {
        Assert.False(Create(Given.Regiment, Company).Refused);
        Create(Given.Regiment, new RoleGrant(Role.Company, "08-144-001")).RefusedWith(SharedRefusals.NotFound("region"));
        Create(Given.Regiment, new RoleGrant(Role.Regiment, "08-143")).RefusedWith(SharedRefusals.Forbidden);
        Create(Given.Regiment, Company, Inspector).RefusedWith(SharedRefusals.Forbidden);
        Create(new("x", Role.Company, "08-143-012"), Company).RefusedWith(SharedRefusals.Forbidden);
    }

    [Fact]
    public void Administrator_of_an_enterprise_makes_its_recorders_and_administrators_and_nothing_else_FL1()
    {
        var administrator = new Caller("x", Role.EnterpriseAdministrator, "91330100799655058B");
        RoleGrant Of(Role role, string scope = "91330100799655058B") => new(role, scope);

        Assert.False(Create(administrator, Of(Role.Recorder), Of(Role.EnterpriseAdministrator)).Refused);
        Create(administrator, Of(Role.Recorder, "91440300708461136T")).RefusedWith(SharedRefusals.NotFound("enterprise"));
        Create(administrator, Of(Role.Recorder), Of(Role.Regulator, "330110")).RefusedWith(SharedRefusals.Forbidden);
        Create(administrator with { Role = Role.Recorder }, Of(Role.Recorder)).RefusedWith(SharedRefusals.Forbidden);

        Assert.False(Given.Account(Of(Role.Recorder)).RenewPassword(administrator, "hash", Given.Now).Refused);
        Given.Account(Of(Role.Recorder), Of(Role.Regulator, "330110")).RenewPassword(administrator, "hash", Given.Now)
            .RefusedWith(SharedRefusals.NotFound("account"));
    }

    [Fact]
    public void Credit_code_names_an_account_of_its_own_enterprise_only_FL1()
    {
        var administrator = new Caller("x", Role.EnterpriseAdministrator, "91330100799655058B");
        var creation = Given.Creation(administrator, new RoleGrant(Role.Recorder, administrator.Scope));

        Assert.False(new Account().Create(new("91330100799655058b"), creation, new(), Given.Now).Refused);
        new Account().Create(new("91440300708461136t"), creation, new(), Given.Now)
            .RefusedWith(AccountRefusals.UserNameReserved(new("91440300708461136t")));
    }

    [Fact]
    public void Regulator_oversees_a_district_a_region_or_everything_FL3()
    {
        foreach (var scope in new[] { "330110", "330000", "08-143", "" })
            Assert.False(Create(Given.Platform, new RoleGrant(Role.Regulator, scope)).Refused);
        foreach (var scope in new[] { "990000", "3301", "33011x" })
            Create(Given.Platform, new RoleGrant(Role.Regulator, scope)).RefusedWith(AccountRefusals.ScopeMalformed(new(Role.Regulator, scope)));
    }

    [Theory]
    [InlineData(Role.Platform, "x")]
    [InlineData(Role.Inspector, "x")]
    [InlineData(Role.Regulator, "x")]
    [InlineData(Role.Regiment, "08")]
    [InlineData(Role.Regiment, "08-143-012")]
    [InlineData(Role.Company, "08-143")]
    [InlineData(Role.Ginner, "6500")]
    [InlineData(Role.GinVerifier, "")]
    [InlineData(Role.Grower, "11010519491231002X")]
    [InlineData(Role.Organizer, "")]
    [InlineData(Role.Recorder, "91650100")]
    [InlineData(Role.EnterpriseAdministrator, "")]
    [InlineData(Role.Collector, "65001")]
    public void Scope_is_of_the_kind_the_role_needs(Role role, string scope) =>
        Create(Given.Platform, new RoleGrant(role, scope)).RefusedWith(AccountRefusals.ScopeMalformed(new(role, scope)));

    [Theory]
    [InlineData("qts65001-v", Role.Inspector, "")]
    [InlineData("qts65001", Role.Ginner, "65002")]
    [InlineData("qts", Role.Ginner, "65001")]
    public void Names_of_gins_are_theirs(string name, Role role, string scope) =>
        new Account().Create(new(name), Given.Creation(Given.Platform, new RoleGrant(role, scope)), new(), Given.Now)
            .RefusedWith(AccountRefusals.UserNameReserved(new(name)));

    [Fact]
    public void Code_of_a_region_names_its_own_account_only_AC2()
    {
        Assert.False(new Account().Create(new("08-143-012"), Given.Creation(Given.Regiment, Company), new(), Given.Now).Refused);
        new Account().Create(new("08-144-001"), Given.Creation(Given.Regiment, Company), new(), Given.Now)
            .RefusedWith(AccountRefusals.UserNameReserved(new("08-144-001")));
        var organizer = Given.Creation(new(SelfRegistration.Account, Role.Organizer, ""), new RoleGrant(Role.Organizer, "tester"));
        new Account().Create(new("08-143-012"), organizer, new(), Given.Now)
            .RefusedWith(AccountRefusals.UserNameReserved(new("08-143-012")));
    }

    [Fact]
    public void One_time_password_is_to_be_changed_and_one_s_own_is_not_AC2()
    {
        var made = Create(Given.Regiment, Company).Value;
        Assert.True(made.PasswordChangeRequired);
        Assert.False(made.ChangePassword("hash", Given.Now).Value.PasswordChangeRequired);
        Assert.False(new Account().Create(Given.Name, Given.Creation(Given.Platform, Inspector) with { Password = "a-good-password" }, new(), Given.Now)
            .Value.PasswordChangeRequired);
    }

    [Fact]
    public void Lost_password_is_renewed_by_whoever_may_make_the_account_AC2()
    {
        var company = Create(Given.Regiment, Company).Value.ChangePassword("own", Given.Now).Value;
        Assert.True(company.RenewPassword(Given.Regiment, "new", Given.Now).Value.PasswordChangeRequired);
        Assert.False(Given.Account(Inspector).RenewPassword(Given.Platform, "new", Given.Now).Refused);
        Given.Account(Inspector).RenewPassword(Given.Regiment, "new", Given.Now).RefusedWith(SharedRefusals.NotFound("account"));
        Given.Account(Company, Inspector).RenewPassword(Given.Regiment, "new", Given.Now).RefusedWith(SharedRefusals.NotFound("account"));
        company.RenewPassword(new("08-144", Role.Regiment, "08-144"), "new", Given.Now).RefusedWith(SharedRefusals.NotFound("account"));
        company.RenewPassword(new("08-143-012", Role.Company, "08-143-012"), "new", Given.Now).RefusedWith(SharedRefusals.NotFound("account"));
        new Account().RenewPassword(Given.Platform, "new", Given.Now).RefusedWith(SharedRefusals.NotFound("account"));
    }

    [Fact]
    public void Nobody_registers_as_the_platform() =>
        new Account().Create(new("platform"), Given.Creation(new(SelfRegistration.Account, Role.Organizer, ""), new RoleGrant(Role.Organizer, "platform")), new(), Given.Now)
            .RefusedWith(AccountRefusals.UserNameReserved(new("platform")));

    [Fact]
    public void Fifth_failure_locks_for_fifteen_minutes_AC6()
    {
        var account = Given.Account(Inspector);
        for (var i = 0; i < 5; i++) account = account.Try(false, Given.Now).Value;

        account.Try(true, Given.Now).RefusedWith(SessionRefusals.Locked(900));
        account.Try(true, Given.Now.AddMinutes(14)).RefusedWith(SessionRefusals.Locked(60));
        Assert.Null(account.Try(true, Given.Now.AddMinutes(15)).Value.LockedUntil);
    }

    [Fact]
    public void Success_forgets_failures_and_otherwise_changes_nothing_AC6()
    {
        var account = Given.Account(Inspector);
        var failed = account.Try(false, Given.Now).Value;

        Assert.Equal(0, failed.Try(true, Given.Now).Value.Failures);
        Assert.Same(account, account.Try(true, Given.Now).Value);
    }

    [Theory]
    [InlineData("short", "account/password-too-short")]
    [InlineData("Password123", "account/password-common")]
    [InlineData("aaaaaaaaaaaaab", "account/password-common")]
    [InlineData("long-user-name", "account/password-common")]
    [InlineData("棉花好收成好收成好收成", null)]
    [InlineData("correct horse battery", null)]
    public void Password_is_long_and_not_common_SC4(string password, string? code) =>
        Assert.Equal(code, Passwords.RefusalOf(password, new("long-user-name"))?.Code);

    [Fact]
    public void Password_has_an_end() => Assert.Equal(AccountRefusals.PasswordTooLong.Code, Passwords.RefusalOf(new string('x', 129), Given.Name)?.Code);

    [Fact]
    public void Ginner_makes_and_renews_the_verifier_of_its_gin_AC3()
    {
        var name = UserName.OfVerifier(new("65001"));
        var ginner = new Caller("qts65001", Role.Ginner, "65001");
        var made = new Account().SetVerifier(name, ginner, new() { PasswordHash = "one" }, Given.Now).Value;

        Assert.Equal(new RoleGrant(Role.GinVerifier, "65001"), Assert.Single(made.Roles));
        Assert.Equal("two", made.SetVerifier(name, ginner, new() { PasswordHash = "two" }, Given.Now).Value.PasswordHash);
        made.SetVerifier(name, ginner with { Scope = "65002" }, new(), Given.Now).RefusedWith(SharedRefusals.NotFound("gin"));
        made.SetVerifier(name, ginner with { Role = Role.GinVerifier }, new(), Given.Now).RefusedWith(SharedRefusals.Forbidden);
    }

    [Fact]
    public void Device_key_belongs_to_its_gin_and_the_newest_counts_AC6()
    {
        var ginner = new Caller("qts65001", Role.Ginner, "65001");
        var first = new DeviceKey().Issue(ginner, "65001", "one", Given.Now).Value;
        var second = first.Issue(ginner, "65001", "two", Given.Now).Value;

        Assert.False(second.Check("two").Refused);
        second.Check("one").RefusedWith(SessionRefusals.WrongCredentials);
        new DeviceKey().Check("").RefusedWith(SessionRefusals.WrongCredentials);
        first.Issue(ginner, "65002", "x", Given.Now).RefusedWith(SharedRefusals.NotFound("gin-line"));
        first.Issue(ginner with { Role = Role.Collector }, "65001", "x", Given.Now).RefusedWith(SharedRefusals.Forbidden);
    }

    private static Result<Account> Create(Caller by, params RoleGrant[] roles) =>
        new Account().Create(Given.Name, Given.Creation(by, roles), new(), Given.Now);
}
