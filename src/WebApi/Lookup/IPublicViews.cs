using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>Where a look-up gets what consumers may see of a batch; null when there is no such batch.</summary>
internal interface IPublicViews
{
    Task<PublicView?> Of(string enterprise, string batch);
}
