using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Suyuan.Accounts;

namespace Suyuan.Common.Tests;

/// <summary>A running application as its callers see it: a client for each role, a device, anybody.</summary>
public abstract class TestApp
{
    public const string PlatformPassword = "bootstrap-of-the-tests";

    private readonly ConcurrentDictionary<(Role, string), Task<HttpClient>> clients = new();
    private HttpClient? anonymous;
    private int accounts;

    /// <summary>A client without credentials.</summary>
    public HttpClient Anonymous => anonymous ??= NewClient();

    public abstract HttpClient NewClient();

    /// <summary>A client signed in with this role; the same one for the same role and scope.</summary>
    public Task<HttpClient> As(Role role, string scope = "") => clients.GetOrAdd((role, scope), _ => MakeClient(role, scope));

    public HttpClient WithDeviceKey(string key)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Add("X-Device-Key", key);
        return client;
    }

    /// <summary>Makes an account through the API and tells its name and password.</summary>
    public async Task<(string UserName, string Password)> Account(params (Role Role, string Scope)[] roles)
    {
        var platform = await As(Role.Platform);
        var name = $"test-{Interlocked.Increment(ref accounts)}";
        var password = $"password-of-{name}";
        var made = await platform.PostAsync("/api/v1/accounts", new
        {
            userName = name,
            displayName = name,
            password,
            roles = roles.Select(role => new { role = role.Role, scope = role.Role == Role.Organizer && role.Scope == "" ? name : role.Scope }),
        });
        await made.ShouldBe(HttpStatus.Created);
        return (name, password);
    }

    public async Task<HttpClient> SignIn(string userName, string password)
    {
        var session = await (await Anonymous.PostAsync("/api/v1/sessions", new { userName, password })).Read();
        return WithToken(session.GetProperty("accessToken").GetString()!);
    }

    public HttpClient WithToken(string accessToken)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    private async Task<HttpClient> MakeClient(Role role, string scope)
    {
        if (role == Role.Platform) return await SignIn("platform", PlatformPassword);
        var (name, password) = await Account((role, scope));
        return await SignIn(name, password);
    }
}
