namespace Suyuan.Accounts.Tests;

public sealed class RegistrationTests
{
    private static readonly RegisteringGrower Grower = new() { Id = "h0123456789abcdef0123456789abcdef", Name = "张三" };

    [Fact]
    public void Code_is_used_once_within_five_minutes_AC1()
    {
        var sent = Given.SentCode();
        var used = sent.Use("right", Given.Now.AddMinutes(4)).Value;

        Assert.Null(used.CodeHash);
        used.Use("right", Given.Now.AddMinutes(4)).RefusedWith(RegistrationRefusals.CodeExpired);
        sent.Use("right", Given.Now.AddMinutes(5)).RefusedWith(RegistrationRefusals.CodeExpired);
        new MobileCode().Use("right", Given.Now).RefusedWith(RegistrationRefusals.CodeExpired);
    }

    [Fact]
    public void Five_wrong_tries_use_the_code_up_AC1()
    {
        var code = Given.SentCode();
        for (var left = 4; left >= 0; left--)
        {
            code = code.Use("wrong", Given.Now).Value;
            Assert.Equal(RegistrationRefusals.CodeWrong(left).ToString(), RegistrationRefusals.CodeWrong(code.TriesLeft).ToString());
        }

        code.Use("right", Given.Now).RefusedWith(RegistrationRefusals.CodeUsedUp);
    }

    [Fact]
    public void Next_code_waits_a_minute_and_ten_are_a_days_ration_AC1()
    {
        var code = Given.SentCode();
        code.Send("next", Given.Now.AddSeconds(20)).RefusedWith(RegistrationRefusals.CodeTooSoon(40));
        for (var i = 1; i < MobileCode.MostPerDay; i++) code = code.Send("next", Given.Now.AddMinutes(i)).Value;

        code.Send("next", Given.Now.AddHours(23)).RefusedWith(RegistrationRefusals.CodeTooSoon(3600));
        Assert.Equal(1, code.Send("next", Given.Now.AddHours(24)).Value.SentThatDay);
    }

    [Fact]
    public void Organizer_names_its_home_region_AC1()
    {
        var registration = Given.Registration(Role.Organizer);
        Assert.Equal(new RoleGrant(Role.Organizer, "tester"), Assert.Single(MobileRegistration.Decide(registration, null, false).Value.Roles));
        MobileRegistration.Decide(registration with { HomeRegion = null }, null, false).RefusedWith(RegistrationRefusals.HomeRegionRequired);
        MobileRegistration.Decide(registration with { HomeRegion = new("08") }, null, false).RefusedWith(RegistrationRefusals.HomeRegionRequired);
        MobileRegistration.Decide(registration, null, mobileTaken: true).RefusedWith(AccountRefusals.MobileTaken);
    }

    [Fact]
    public void Grower_is_known_to_the_roster_by_number_and_name_AC1()
    {
        var registration = Given.Registration(Role.Grower) with { PersonNumber = new("11010519491231002X") };
        Assert.Equal(new RoleGrant(Role.Grower, Grower.Id), Assert.Single(MobileRegistration.Decide(registration, Grower, false).Value.Roles));
        MobileRegistration.Decide(registration with { PersonNumber = null }, null, false).RefusedWith(RegistrationRefusals.PersonNumberRequired);
        MobileRegistration.Decide(registration, null, false).RefusedWith(RegistrationRefusals.GrowerUnknown);
        MobileRegistration.Decide(registration with { DisplayName = "李四" }, Grower, false).RefusedWith(RegistrationRefusals.GrowerUnknown);
    }

    [Theory]
    [InlineData(Role.Platform)]
    [InlineData(Role.Regiment)]
    [InlineData(Role.Ginner)]
    [InlineData(Role.Collector)]
    public void Other_roles_are_given_and_not_taken(Role role) =>
        MobileRegistration.Decide(Given.Registration(role), null, false).RefusedWith(RegistrationRefusals.RoleNotOpen);

    [Fact]
    public void Gin_registers_under_its_code_AC3()
    {
        var registration = new RegisterGin { UserName = new("qts65001"), Password = "a-good-password", DisplayName = "某某棉业" };
        var command = GinRegistration.Decide(registration).Value;
        Assert.Equal(new RoleGrant(Role.Ginner, "65001"), Assert.Single(new Account().Create(registration.UserName, command, new(), Given.Now).Value.Roles));
        foreach (var name in (string[])["qts6500", "qts65001-v", "gin65001"])
            GinRegistration.Decide(registration with { UserName = new(name) }).RefusedWith(RegistrationRefusals.NotAGinName);
    }

    [Fact]
    public void Outbox_keeps_the_last_two_hundred()
    {
        var outbox = new SmsOutbox();
        for (var i = 0; i < 201; i++) outbox = outbox.Add(new() { MaskedMobile = "139****0001" }).Value;
        Assert.Equal((200, 2, 201), (outbox.Messages.Length, outbox.Messages[0].Number, outbox.Messages[^1].Number));
    }
}
