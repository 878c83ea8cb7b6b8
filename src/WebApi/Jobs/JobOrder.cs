using Suyuan.Accounts;

namespace Suyuan.Jobs;

/// <summary>Who orders what kind of work, and by which route: the same file to the same route is the same job while that runs.</summary>
internal sealed record JobOrder(string Kind, Caller By, string Route)
{
    public static JobOrder Of(string kind, Caller by, HttpRequest request) => new(kind, by, request.Path + request.QueryString);
}
