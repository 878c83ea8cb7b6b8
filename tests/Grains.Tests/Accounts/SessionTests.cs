namespace Suyuan.Accounts.Tests;

public sealed class SessionTests
{
    private static readonly Account Tester = Given.Account(new(Role.Inspector, ""), new(Role.Regiment, "08-143"), new(Role.Regiment, "08-144"));
    private static readonly AccountView Account = Tester.ToView();

    [Fact]
    public void Refresh_rotates_AC6()
    {
        var refreshed = Given.Session(Tester).Refresh(1, Account, Given.Now).Value;
        Assert.Equal(2, refreshed.RefreshNumber);
        Assert.Null(refreshed.EndedAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Reused_refresh_ends_the_family_AC6(int number)
    {
        var ended = Given.Session(Tester).Refresh(1, Account, Given.Now).Value.Refresh(number, Account, Given.Now).Value;

        Assert.Equal(SessionEnd.RefreshReused, ended.EndedBy);
        ended.Check(Given.Now).RefusedWith(SessionRefusals.Ended);
        ended.Refresh(2, Account, Given.Now).RefusedWith(SessionRefusals.Ended);
        ended.Switch(new(Role.Inspector, null), Account, Given.Now).RefusedWith(SessionRefusals.Ended);
    }

    [Fact]
    public void Changed_password_and_lost_role_end_it_at_the_refresh()
    {
        var session = Given.Session(Tester);
        Assert.Equal(SessionEnd.PasswordChanged, session.Refresh(1, Account with { PasswordChangedAt = Given.Now.AddSeconds(1) }, Given.Now).Value.EndedBy);
        Assert.Equal(SessionEnd.RoleLost, session.Refresh(1, Account with { Roles = [] }, Given.Now).Value.EndedBy);
    }

    [Fact]
    public void Session_has_a_lifetime_and_a_beginning()
    {
        Given.Session(Tester).Check(Given.Now + Session.Lifetime).RefusedWith(SessionRefusals.Ended);
        new Session().Check(Given.Now).RefusedWith(SessionRefusals.Ended);
        Given.Session(Tester).Start(new(Given.Name, new(Role.Platform, ""), ""), Given.Now).RefusedWith(SessionRefusals.Ended);
    }

    [Fact]
    public void Role_is_switched_among_those_held_AC4()
    {
        var session = Given.Session(Tester);
        Assert.Equal("08-144", session.Switch(new(Role.Regiment, "08-144"), Account, Given.Now).Value.Acting.Scope);
        Assert.Equal("08-143", session.Switch(new(Role.Regiment, null), Account, Given.Now).Value.Acting.Scope);
        Assert.Same(session, session.Switch(new(Role.Inspector, null), Account, Given.Now).Value);
        session.Switch(new(Role.Platform, null), Account, Given.Now).RefusedWith(AccountRefusals.NotHeld);
        session.Switch(new(Role.Regiment, "08-145"), Account, Given.Now).RefusedWith(AccountRefusals.NotHeld);
    }

    [Fact]
    public void Ending_twice_is_ending_once()
    {
        var ended = Given.Session(Tester).End(SessionEnd.SignedOut, Given.Now);
        Assert.Same(ended, ended.End(SessionEnd.SignedOut, Given.Now.AddHours(1)));
    }
}
