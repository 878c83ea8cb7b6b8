using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Common;

namespace Suyuan.Linkages;

internal static class LinkageAnswers
{
    /// <summary>The list of what is theirs, once it is known whose.</summary>
    public static async Task<Results<Ok<Page<T>>, ProblemHttpResult>> List<T>(
        this Task<Result<Whose>> asked, Func<Whose, Task<Result<Page<T>>>> list)
    {
        var whose = await asked;
        return whose.Refused ? whose.Refusal.ToProblem() : (await list(whose.Value)).ToHttp();
    }

    public static Task<Results<Ok<Page<T>>, ProblemHttpResult>> List<T>(this Task<Result<Whose>> asked, Func<Whose, Task<Page<T>>> list) =>
        asked.List(async whose => (Result<Page<T>>)await list(whose));
}
