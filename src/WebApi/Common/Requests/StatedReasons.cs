namespace Suyuan.Common;

/// <summary>Tells every grain that a request calls why the caller does it, for the history of what it stores.</summary>
internal static class StatedReasons
{
    private const string Name = "reason";
    private const int Longest = 500;

    public static TBuilder WithStatedReasons<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter((invocation, next) =>
        {
            var request = invocation.HttpContext.Request;
            var given = invocation.Arguments.OfType<IGivesReason>().FirstOrDefault()?.Reason
                ?? (HttpMethods.IsGet(request.Method) ? null : request.Query[Name].FirstOrDefault());
            // One that is too long is refused by whoever asks for it; nobody else's is kept.
            if (given?.Trim() is { Length: > 0 and <= Longest } reason) RequestContext.Set(Name, reason);
            return next(invocation);
        });
}
