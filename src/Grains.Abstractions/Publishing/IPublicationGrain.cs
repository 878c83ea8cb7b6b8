using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Publishing;

/// <summary>What an enterprise has opened to consumers: of itself, or of one batch.</summary>
[Alias("publication-grain")]
public interface IPublicationGrain : IGrainWithStringKey
{
    /// <summary>For people of the enterprise and those who oversee its district; to others there is no such thing.</summary>
    [Alias("get-for")] Task<Result<PublicationView>> GetFor(Caller by);

    [Alias("publish")] Task<Result<PublicationView>> Publish(PublishItems command);

    [Alias("unpublish")] Task<Result<PublicationView>> Unpublish(UnpublishItems command);

    [Alias("close")] Task<Result<PublicationView>> Close(CloseItem command);

    [Alias("lift")] Task<Result<PublicationView>> Lift(LiftClosure command);
}
