namespace Suyuan.Access.Tests;

/// <summary>How one route is called with the token of another organization, and what it must answer.</summary>
/// <param name="Route">Method and pattern as mapped, `GET /api/v1/gins/{gin}/lines`.</param>
/// <param name="Request">The body and the query of a call that would work for whoever it belongs to.</param>
/// <param name="Code">How the refusal's code begins; null for a list, which is 200 and shows nothing of the others.</param>
internal sealed record AccessLine(string Route, Func<AccessWorld, AccessRequest> Request, string? Code)
{
    public string Method => Route.Split(' ')[0];

    public string Pattern => Route.Split(' ')[1];

    /// <summary>The thing is not there for strangers: the rule for everything that has an owner.</summary>
    public static AccessLine NotThere(string route, Func<AccessWorld, object?>? body = null, string query = "", int? revision = null) =>
        new(route, world => new(body?.Invoke(world), query, revision), "common/not-found");

    /// <summary>A list over everything that is the caller's.</summary>
    public static AccessLine ShowsNothing(string route, string query = "") => new(route, _ => new(null, query, null), null);

    /// <summary>Something new that is the caller's own, whoever calls.</summary>
    public static AccessLine MakesOwn(string route, Func<AccessWorld, object?> body) => new(route, world => new(body(world), "", null), null);

    /// <summary>The route is everybody's, but the body names what is not the caller's.</summary>
    public static AccessLine Refuses(string route, string code, Func<AccessWorld, object?> body, bool file = false) =>
        new(route, world => new(body(world), "", null, file), code);
}

/// <summary>Body, query string and the revision of If-Match; text is a file's, or else a stream's lines.</summary>
internal sealed record AccessRequest(object? Body, string Query, int? Revision, bool File = false);
