using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Common.Tests;

namespace Suyuan.Access.Tests;

/// <summary>AC5 for every route that is mapped: what is another organization's is not there.</summary>
[Collection(AppCollection.Name)]
public sealed class AccessTests(SuyuanApp app)
{
    private const int MostExempt = 11;

    [Fact]
    public void Every_route_has_its_line_in_the_access_table_AC5()
    {
        var mapped = Endpoints().Where(endpoint => endpoint.Roles.Any(role => !AccessWorld.SeeAll.Contains(role))).Select(e => e.Route).ToList();
        var listed = AccessTable.Lines.Select(line => line.Route).Concat(AccessTable.Exempt.Keys).ToList();
        var missing = mapped.Except(listed).Select(route => $"""
            {route}
                Add a line to tests/WebApi.Tests/Access/AccessTable.cs, under its noun: NotThere("{route}") with the body of a call that
                would work for the owner. It is called in every allowed role with a token of another organization and must answer 404.
                A list over the caller's own things is ShowsNothing(...); a body that names the others' things is Refuses(...).
            """).ToList();

        Assert.True(missing.Count == 0, "Routes that nobody tried with another organization's token:\n" + string.Join('\n', missing));
        Assert.Empty(listed.Except(mapped).Select(route => $"{route} is in the access table and not mapped."));
        Assert.Empty(listed.GroupBy(route => route).Where(group => group.Count() > 1).Select(group => $"{group.Key} is listed twice."));
        Assert.True(AccessTable.Exempt.Count <= MostExempt, "The list of exempt routes may only shrink: give the route a line instead.");
    }

    [Fact]
    public async Task What_is_another_organization_s_is_not_there_whatever_the_role_AC5()
    {
        var world = await AccessWorld.Create(app);
        var found = new List<string>();
        foreach (var line in AccessTable.Lines)
        {
            foreach (var role in Roles(line.Route).Where(role => !AccessWorld.SeeAll.Contains(role)))
            {
                var answer = await Call(world, line, await world.Stranger(role));
                if (await Offence(world, line, answer) is { } offence) found.Add($"{line.Route} as a stranger in the role {role}: {offence}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>Else a line whose call could never work would prove nothing.</summary>
    [Fact]
    public async Task The_same_calls_reach_what_they_name_for_whom_it_belongs_to_AC5()
    {
        var world = await AccessWorld.Create(app);
        var lost = new List<string>();
        foreach (var line in AccessTable.Lines)
        {
            var reached = false;
            var seen = "";
            foreach (var role in Roles(line.Route).OrderBy(role => role == Role.Collector))
            {
                if (reached || await world.Owner(role, line.Route) is not { } owner) continue;
                using var answer = await Call(world, line, owner);
                var text = await TextOf(answer);
                seen += $"\n    {role}: {(int)answer.StatusCode} {text}";
                reached = (int)answer.StatusCode is not (400 or 404 or 405 or 415)
                    && (line.Code is not null || world.Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
            }

            if (!reached) lost.Add($"{line.Route}:{seen}");
        }

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }

    [Fact]
    public async Task Nobody_passes_a_door_that_names_other_roles_AC4()
    {
        var world = await AccessWorld.Create(app);
        var passed = new List<string>();
        foreach (var (route, roles) in Endpoints())
        {
            var (method, path) = (new HttpMethod(route.Split(' ')[0]), world.PathOf(route.Split(' ')[1]));
            await (await app.Anonymous.SendAsync(method, path)).ShouldBe(401, "common/not-signed-in");
            foreach (var role in Enum.GetValues<Role>().Except(roles))
            {
                var answer = await (await world.Owner(role) ?? await world.Stranger(role)).SendAsync(method, path);
                if ((int)answer.StatusCode != 403) passed.Add($"{route} in the role {role}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(passed.Count == 0, string.Join('\n', passed));
    }

    private IReadOnlyList<Role> Roles(string route) => Endpoints().Single(endpoint => endpoint.Route == route).Roles;

    /// <summary>
    /// Every route that asks who is there; the public ones stand on PublicRoutes, a list of its own. A HEAD is the GET of the same
    /// endpoint, whose answers have no body to look at.
    /// </summary>
    private IEnumerable<(string Route, IReadOnlyList<Role> Roles)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from route in PublicRoutes.PatternsOf(endpoint)
        where !PublicRoutes.Patterns.Contains(route) && !route.StartsWith("HEAD ", StringComparison.Ordinal)
        select (route, endpoint.Metadata.GetMetadata<AllowedRoles>()!.Roles);

    private static async Task<HttpResponseMessage> Call(AccessWorld world, AccessLine line, HttpClient client)
    {
        var asked = line.Request(world);
        var path = world.PathOf(line.Pattern) + world.PathOf(asked.Query.Replace("{unit}", world.Unit, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new(line.Method), path);
        if (asked.Revision is { } revision) request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
        if (asked.File)
            request.Content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes((string)asked.Body!)), "file", "rows.csv" } };
        else if (asked.Body is string lines)
            request.Content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        else if (asked.Body is { } body)
            request.Content = JsonContent.Create(body, options: SuyuanJson.Options);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>A live feed has no end to wait for.</summary>
    private static async Task<string> TextOf(HttpResponseMessage answer) =>
        answer is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "text/event-stream" }
            ? ""
            : await answer.Content.ReadAsStringAsync();

    private static async Task<string?> Offence(AccessWorld world, AccessLine line, HttpResponseMessage answer)
    {
        var text = await TextOf(answer);
        var expected = line.Code is null
            ? answer.IsSuccessStatusCode
            : (int)answer.StatusCode is 403 or 404 or 409 or 422 && text.Contains($"\"code\":\"{line.Code}", StringComparison.Ordinal);
        if (!expected) return $"{(int)answer.StatusCode} {text}";
        var told = line.Code is null ? world.Secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.Ordinal)) : null;
        return told is null ? null : $"the answer tells {told}";
    }
}
