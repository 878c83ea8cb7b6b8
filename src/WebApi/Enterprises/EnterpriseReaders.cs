using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>
/// Lists of what an enterprise keeps, for its own people and those who oversee it; to others there is no such enterprise.
/// </summary>
internal static class EnterpriseReaders
{
    public static async Task<Results<Ok<T>, ProblemHttpResult>> ForReadersOf<T>(
        this IGrainFactory grains, CreditCode enterprise, Caller caller, Func<Task<T>> read) where T : class
    {
        var seen = await grains.Enterprise(enterprise).GetFor(caller);
        return seen.Refused ? seen.Refusal.ToProblem() : TypedResults.Ok(await read());
    }
}
