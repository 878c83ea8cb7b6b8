namespace Suyuan.Common;

/// <summary>Endpoint metadata: the refusal codes that its own rules may give, beside those that follow from its shape.</summary>
internal sealed record RefusesMetadata(IReadOnlyList<string> Codes);

internal static class RefusesExtensions
{
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params string[] codes) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RefusesMetadata(codes));
}
