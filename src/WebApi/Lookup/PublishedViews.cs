using Suyuan.Enterprises;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>Views as publishing makes them.</summary>
internal sealed class PublishedViews(PublicViews views) : IPublicViews
{
    public Task<PublicView?> Of(string enterprise, string batch) =>
        CreditCode.TryParse(enterprise, null, out var code) ? views.Of(code, batch) : Task.FromResult<PublicView?>(null);
}
