using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Orleans.Storage;
using Suyuan.Silo.Storage;

namespace Suyuan.Common;

/// <summary>
/// The one place where an exception becomes an answer: unreadable request 400, storage away 503, anything else a bug, 500.
/// </summary>
internal sealed partial class FailureHandler(IProblemDetailsService problems, ILogger<FailureHandler> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception failure, CancellationToken cancellationToken)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = failure is BadHttpRequestException unreadable ? Describe(unreadable) : Describe(context, failure);
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    private ProblemDetails Describe(HttpContext context, Exception failure)
    {
        if (MeansTryAgain(failure))
        {
            LogUnavailable(failure, Problems.TraceIdOf(context));
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return new() { Status = StatusCodes.Status503ServiceUnavailable };
        }

        LogBug(failure, Problems.TraceIdOf(context));
        return new() { Status = StatusCodes.Status500InternalServerError };
    }

    private static ProblemDetails Describe(BadHttpRequestException unreadable)
    {
        if (unreadable.StatusCode != StatusCodes.Status400BadRequest) return new() { Status = unreadable.StatusCode };
        if (unreadable.InnerException is JsonException json) return WebRefusals.Malformed.ToDetails().WithErrors(FieldErrors(json));
        if (MissesBody(unreadable.Message)) return WebRefusals.Malformed.ToDetails().WithErrors(("$", "required"));
        if (NamedParameter().Match(unreadable.Message) is not { Success: true } named) return WebRefusals.Malformed.ToDetails();
        var name = JsonNamingPolicy.CamelCase.ConvertName(named.Groups[1].Value);
        return WebRefusals.MalformedParameter(name).ToDetails().WithErrors((name, "missing or malformed"));
    }

    // Missing members are told in the message alone, and naming a type of ours to the client would help nobody.
    private static (string, string)[] FieldErrors(JsonException json)
    {
        var at = json.Path is { Length: > 0 } path ? path : "$";
        var missing = json.Message.Contains("missing required", StringComparison.Ordinal)
            ? QuotedName().Matches(json.Message[json.Message.LastIndexOf(':')..])
            : null;
        return missing is { Count: > 0 } ? [.. missing.Select(name => ($"{at}.{name.Groups[1].Value}", "required"))] : [(at, "malformed")];
    }

    private static bool MissesBody(string message) =>
        message.Contains("from body", StringComparison.Ordinal) || message.Contains("no body was provided", StringComparison.Ordinal);

    internal static int StatusOf(Exception failure) =>
        MeansTryAgain(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>Storage or a grain is away for now; the same may succeed later.</summary>
    internal static bool MeansTryAgain(Exception? failure) => failure switch
    {
        null => false,
        TimeoutException or LimitExceededException or InconsistentStateException => true,
        _ => StorageOutage.Is(failure) || MeansTryAgain(failure.InnerException),
    };

    [GeneratedRegex("""parameter "(?:[^"]* )?(\w+)" """, RegexOptions.CultureInvariant)]
    private static partial Regex NamedParameter();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedName();

    [LoggerMessage(LogLevel.Error, "Unexpected failure, trace {TraceId}")]
    private partial void LogBug(Exception failure, string traceId);

    [LoggerMessage(LogLevel.Warning, "Storage or node away, trace {TraceId}")]
    private partial void LogUnavailable(Exception failure, string traceId);
}
