namespace Suyuan.Common;

/// <summary>
/// Endpoint metadata: the command carries its own identity, or its answer must not be kept (tokens), so Idempotency-Key is not
/// read.
/// </summary>
internal sealed class OwnIdentity
{
    public static readonly OwnIdentity Instance = new();
}

internal static class OwnIdentityExtensions
{
    public static TBuilder HasOwnIdentity<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(OwnIdentity.Instance);
}
