using Microsoft.AspNetCore.Http.HttpResults;

namespace Suyuan.Common;

/// <summary>A grain's result as an HTTP answer.</summary>
internal static class ResultAnswers
{
    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Result<T> result) where T : class =>
        result.Refused ? result.Refusal.ToProblem() : TypedResults.Ok(result.Value);

    /// <summary>As ToHttp, the view turned into what the client gets.</summary>
    public static Results<Ok<TAnswer>, ProblemHttpResult> ToHttp<T, TAnswer>(this Result<T> result, Func<T, TAnswer> answer)
        where T : class =>
        result.Refused ? result.Refusal.ToProblem() : TypedResults.Ok(answer(result.Value));

    public static Results<Created<T>, ProblemHttpResult> ToCreated<T>(this Result<T> result, Func<T, string> location) where T : class =>
        result.Refused ? result.Refusal.ToProblem() : TypedResults.Created(location(result.Value), result.Value);

    public static Results<Accepted<T>, ProblemHttpResult> ToAccepted<T>(this Result<T> result, string? location = null) where T : class =>
        result.Refused ? result.Refusal.ToProblem() : TypedResults.Accepted(location, result.Value);

    public static Results<NoContent, ProblemHttpResult> ToNoContent<T>(this Result<T> result) where T : class =>
        result.Refused ? result.Refusal.ToProblem() : TypedResults.NoContent();
}
