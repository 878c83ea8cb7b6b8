namespace Suyuan.Common;

/// <summary>Refusals that the web itself gives before any grain is asked; their statuses stand in problems.json.</summary>
internal static class WebRefusals
{
    public const string MalformedCode = "common/malformed";
    public const string InternalErrorCode = "common/internal-error";
    public const string UnavailableCode = "common/unavailable";

    public static Refusal Malformed { get; } = Refusal.Unprocessable(MalformedCode);
    public static Refusal IfMatchRequired { get; } = Refusal.Stale("common/if-match-required");
    public static Refusal TooManyRequests { get; } = Refusal.Conflict("common/too-many-requests");
    public static Refusal KeyReused { get; } = Refusal.Conflict("common/idempotency-key-reused");
    public static Refusal KeyInProgress { get; } = Refusal.Conflict("common/idempotency-in-progress");
    public static Refusal BodyTooLarge { get; } = Refusal.Conflict("common/body-too-large");
    public static Refusal UnsupportedMediaType { get; } = Refusal.Conflict("common/unsupported-media-type");

    public static Refusal UnknownParameter(string name) => Refusal.Unprocessable("common/unknown-parameter", ("parameter", name));

    public static Refusal MalformedParameter(string name) => Refusal.Unprocessable("common/malformed-parameter", ("parameter", name));

    /// <summary>The code of an answer that the framework gave without one.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "common/not-signed-in",
        StatusCodes.Status403Forbidden => "common/forbidden",
        StatusCodes.Status404NotFound => "common/not-found",
        StatusCodes.Status405MethodNotAllowed => "common/method-not-allowed",
        StatusCodes.Status408RequestTimeout => "common/request-timeout",
        StatusCodes.Status413PayloadTooLarge => "common/body-too-large",
        StatusCodes.Status415UnsupportedMediaType => "common/unsupported-media-type",
        StatusCodes.Status429TooManyRequests => "common/too-many-requests",
        StatusCodes.Status503ServiceUnavailable => UnavailableCode,
        >= 500 => InternalErrorCode,
        _ => MalformedCode,
    };
}
