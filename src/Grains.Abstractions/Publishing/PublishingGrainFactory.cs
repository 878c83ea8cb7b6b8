using Suyuan.Batches;
using Suyuan.Enterprises;

namespace Suyuan.Publishing;

/// <summary>The doors to what is published.</summary>
public static class PublishingGrainFactory
{
    private const string PublicationPrefix = "publication-";
    private const string ProfilePrefix = "public-profile-";
    private const int CreditCodeLength = 18;

    /// <summary>Without a batch: what the enterprise opened of itself (SITE).</summary>
    public static IPublicationGrain Publication(this IGrainFactory grains, CreditCode enterprise, BatchNumber? batch = null) =>
        grains.GetGrain<IPublicationGrain>(batch is null ? $"{PublicationPrefix}{enterprise}" : $"{PublicationPrefix}{enterprise}-{batch}");

    public static IPublicProfileGrain PublicProfile(this IGrainFactory grains, CreditCode enterprise, string productFiling) =>
        grains.GetGrain<IPublicProfileGrain>($"{ProfilePrefix}{enterprise}-{productFiling}");

    public static (CreditCode Enterprise, BatchNumber? Batch) PublicationOf(string key)
    {
        var (enterprise, batch) = PartsOf(key[PublicationPrefix.Length..]);
        return (enterprise, batch.Length == 0 ? null : BatchNumber.Parse(batch, null));
    }

    public static (CreditCode Enterprise, string ProductFiling) PublicProfileOf(string key) => PartsOf(key[ProfilePrefix.Length..]);

    private static (CreditCode Enterprise, string Below) PartsOf(string parts) =>
        (CreditCode.Parse(parts[..CreditCodeLength], null), parts.Length == CreditCodeLength ? "" : parts[(CreditCodeLength + 1)..]);
}
