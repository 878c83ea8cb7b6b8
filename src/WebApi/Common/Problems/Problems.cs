using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Suyuan.Forms;

namespace Suyuan.Common;

/// <summary>Turns refusals into problem details (RFC 9457), in two steps: what happened, then in the client's language.</summary>
internal static class Problems
{
    private const string CodeMember = "code";
    private const string ArgumentsMember = "arguments";
    private const string ErrorsMember = "errors";
    private const string TraceMember = "traceId";

    // A refusal that ends by itself says when; clients read it from the header.
    private const string RetryAfterArgument = "retryAfterSeconds";

    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(refusal.ToDetails());

    public static ProblemDetails ToDetails(this Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            Status = StatusOf(refusal.Kind),
            Extensions =
            {
                [CodeMember] = refusal.Code,
                [ArgumentsMember] = refusal.Arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value),
            },
        };
        if (refusal.Fields is { } faults) problem.Extensions[ErrorsMember] = faults;
        return problem;
    }

    public static ProblemDetails WithErrors(this ProblemDetails problem, params ReadOnlySpan<(string Field, string Message)> errors)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (field, message) in errors) fields[field] = [.. fields.GetValueOrDefault(field) ?? [], message];
        problem.Extensions[ErrorsMember] = fields;
        return problem;
    }

    /// <summary>Adds what a problem lacks: code, status, words, trace. Whoever made it, this is how it reads.</summary>
    public static void Complete(ProblemDetails problem, HttpContext context)
    {
        problem.Status ??= context.Response.StatusCode;
        var arguments = problem.Worded(context);
        context.Response.StatusCode = problem.Status.Value;
        if (arguments.TryGetValue(RetryAfterArgument, out var seconds)) context.Response.Headers.RetryAfter = seconds as string;
        context.Response.Headers.ContentLanguage = Languages.Preferred(context.Request).Tag();
        context.Response.Headers.Vary = "Accept-Language";
    }

    /// <summary>A refusal that is part of an answer, worded as its problem would be.</summary>
    public static ProblemDetails ToPart(this Refusal refusal, HttpContext context) => refusal.ToDetails().AsPart(context);

    /// <summary>A failure that ends an answer already begun, worded as its problem would be.</summary>
    public static ProblemDetails ToPart(this Exception failure, HttpContext context) =>
        new ProblemDetails { Status = FailureHandler.StatusOf(failure) }.AsPart(context);

    private static ProblemDetails AsPart(this ProblemDetails problem, HttpContext context)
    {
        problem.Worded(context);
        return problem;
    }

    private static Dictionary<string, object?> Worded(this ProblemDetails problem, HttpContext context)
    {
        var code = problem.Extensions.TryGetValue(CodeMember, out var known) && known is string given
            ? given
            : WebRefusals.CodeOf(problem.Status!.Value);
        var arguments = problem.Extensions.TryGetValue(ArgumentsMember, out var some) && some is Dictionary<string, object?> named
            ? named
            : [];
        var catalogue = context.RequestServices.GetRequiredService<ProblemCatalogue>();
        var definition = catalogue.Get(code);
        var language = Languages.Preferred(context.Request);
        var text = definition.In(language);
        problem.Type = $"/problems/{code}";
        problem.Status = definition.Status ?? problem.Status;
        problem.Title = text.Title;
        problem.Detail = text.DetailWith(arguments);
        problem.Instance = null;
        problem.Extensions[CodeMember] = code;
        problem.Extensions[ArgumentsMember] = arguments;
        if (problem.Extensions.TryGetValue(ErrorsMember, out var errors) && errors is ImmutableArray<FieldFault> faults)
            problem.Extensions[ErrorsMember] = FieldErrors.Worded(faults, catalogue, language);
        problem.Extensions[TraceMember] = TraceIdOf(context);
        return arguments;
    }

    public static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
