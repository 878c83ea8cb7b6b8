using Suyuan.Common.Tests;

namespace Suyuan.Accounts.Tests;

[Collection(AppCollection.Name)]
public sealed class SessionApiTests(SuyuanApp app)
{
    private const string Sessions = "/api/v1/sessions";

    [Fact]
    public async Task Signing_in_answers_tokens_and_roles_AC4()
    {
        var (userName, password) = await app.Account((Role.Regiment, "08-143"), (Role.Inspector, ""));

        var session = await (await app.Anonymous.PostAsync(Sessions, new { userName = userName.ToUpperInvariant(), password })).Read();

        Assert.Equal(900, session.GetProperty("expiresIn").GetInt32());
        Assert.Equal("regiment", session.GetProperty("role").GetString());
        Assert.Equal(2, session.GetProperty("roles").GetArrayLength());
        Assert.Equal(["role", "scope"], session.GetProperty("roles")[0].EnumerateObject().Select(member => member.Name));
        var me = await (await app.WithToken(session.GetProperty("accessToken").GetString()!).GetAsync("/api/v1/me")).Read();
        Assert.Equal(userName, me.GetProperty("userName").GetString());
        Assert.Equal("08-143", me.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task Unknown_user_and_wrong_password_are_the_same_refusal()
    {
        var (userName, _) = await app.Account((Role.Inspector, ""));

        var wrong = await (await SignIn(userName, "not-the-password")).ShouldBe(401, "session/wrong-credentials");
        var unknown = await (await SignIn("nobody-at-all", "not-the-password")).ShouldBe(401, "session/wrong-credentials");
        var noName = await (await SignIn("没有这个人", "not-the-password")).ShouldBe(401, "session/wrong-credentials");

        Assert.Equal(wrong.GetProperty("detail").GetString(), unknown.GetProperty("detail").GetString());
        Assert.Equal(wrong.GetProperty("detail").GetString(), noName.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Five_failures_lock_known_and_unknown_users_alike_AC6()
    {
        var (userName, password) = await app.Account((Role.Inspector, ""));
        foreach (var name in (string[])[userName, "nobody-to-lock"])
        {
            for (var i = 0; i < 5; i++) await (await SignIn(name, "not-the-password")).ShouldBe(401, "session/wrong-credentials");

            var locked = await SignIn(name, password);

            await locked.ShouldBe(403, "session/locked");
            Assert.InRange(int.Parse(locked.Headers.GetValues("Retry-After").Single(), null), 800, 900);
        }
    }

    [Fact]
    public async Task Refresh_rotates_and_a_reused_token_ends_the_family_AC6()
    {
        var (userName, password) = await app.Account((Role.Inspector, ""));
        var first = await (await SignIn(userName, password)).Read();
        var firstRefresh = first.GetProperty("refreshToken").GetString()!;

        var second = await (await app.Anonymous.PostAsync(Sessions + "/refresh", new { refreshToken = firstRefresh })).Read();
        var client = app.WithToken(second.GetProperty("accessToken").GetString()!);
        await (await client.GetAsync("/api/v1/me")).ShouldBe(HttpStatus.Ok);

        await (await app.Anonymous.PostAsync(Sessions + "/refresh", new { refreshToken = firstRefresh }))
            .ShouldBe(401, "session/refresh-reused");
        await (await client.GetAsync("/api/v1/me")).ShouldBe(401, "common/not-signed-in");
        var secondRefresh = second.GetProperty("refreshToken").GetString()!;
        await (await app.Anonymous.PostAsync(Sessions + "/refresh", new { refreshToken = secondRefresh })).ShouldBe(401, "session/ended");
    }

    [Fact]
    public async Task Foreign_and_access_tokens_do_not_refresh()
    {
        var (userName, password) = await app.Account((Role.Inspector, ""));
        var session = await (await SignIn(userName, password)).Read();

        foreach (var token in (string[])["nonsense", session.GetProperty("accessToken").GetString()!])
            await (await app.Anonymous.PostAsync(Sessions + "/refresh", new { refreshToken = token })).ShouldBe(401, "session/ended");
        await (await app.WithToken(session.GetProperty("refreshToken").GetString()!).GetAsync("/api/v1/me")).ShouldBe(401, "common/not-signed-in");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once()
    {
        var (userName, password) = await app.Account((Role.Inspector, ""));
        var client = await app.SignIn(userName, password);

        await (await client.DeleteAsync(Sessions + "/current")).ShouldBe(HttpStatus.NoContent);

        await (await client.GetAsync("/api/v1/me")).ShouldBe(401, "common/not-signed-in");
    }

    [Fact]
    public async Task Switching_the_role_counts_at_once_and_only_for_held_roles_AC4()
    {
        var (userName, password) = await app.Account((Role.Inspector, ""), (Role.Regiment, "08-143"), (Role.Regiment, "08-144"));
        var client = await app.SignIn(userName, password);
        await (await client.GetAsync("/api/v1/accounts")).ShouldBe(403, "common/forbidden");

        var me = await (await client.PutAsync(Sessions + "/current/role", new { role = Role.Regiment, scope = "08-144" })).Read();

        Assert.Equal("08-144", me.GetProperty("scope").GetString());
        await (await client.GetAsync("/api/v1/accounts")).ShouldBe(HttpStatus.Ok);
        await (await client.PutAsync(Sessions + "/current/role", new { role = Role.Platform })).ShouldBe(403, "account/role-not-held");
        await (await client.PutAsync(Sessions + "/current/role", new { role = Role.Regiment, scope = "08-145" }))
            .ShouldBe(403, "account/role-not-held");
    }

    [Fact]
    public async Task Changed_password_replaces_the_old_one_and_ends_older_sessions_at_their_refresh()
    {
        var (userName, password) = await app.Account((Role.Inspector, ""));
        var other = await (await SignIn(userName, password)).Read();
        var client = await app.SignIn(userName, password);

        await (await Change(client, "not-the-password", "another-password")).ShouldBe(401, "session/wrong-credentials");
        await (await Change(client, password, password)).ShouldBe(422, "account/password-same");
        await (await Change(client, password, "short")).ShouldBe(422, "account/password-too-short");
        await (await Change(client, password, "Password123")).ShouldBe(422, "account/password-common");
        await (await Change(client, password, "another-password")).ShouldBe(HttpStatus.NoContent);

        await (await SignIn(userName, password)).ShouldBe(401, "session/wrong-credentials");
        await (await SignIn(userName, "another-password")).ShouldBe(HttpStatus.Ok);
        await (await app.Anonymous.PostAsync(Sessions + "/refresh", new { refreshToken = other.GetProperty("refreshToken").GetString() }))
            .ShouldBe(401, "session/ended");
    }

    [Fact]
    public async Task Collector_signs_in_by_device_key_and_a_new_key_ends_the_old_one_AC6()
    {
        var device = await app.Device("65001", 7);
        await (await device.GetAsync("/api/v1/me")).ShouldBe(403, "common/forbidden");

        await app.Device("65001", 7);

        await (await device.GetAsync("/api/v1/me")).ShouldBe(401, "common/not-signed-in");
    }

    private Task<HttpResponseMessage> SignIn(string userName, string password) => app.Anonymous.PostAsync(Sessions, new { userName, password });

    private static Task<HttpResponseMessage> Change(HttpClient client, string currentPassword, string newPassword) =>
        client.PutAsync("/api/v1/me/password", new { currentPassword, newPassword });
}
