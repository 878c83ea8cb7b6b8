using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Publishing;

/// <summary>Public profile (企业查询信息) of one product of an enterprise.</summary>
[Alias("public-profile-grain")]
public interface IPublicProfileGrain : IGrainWithStringKey
{
    /// <summary>For people of the enterprise and those who oversee its district; to others there is no such thing.</summary>
    [Alias("get-for")] Task<Result<PublicProfileView>> GetFor(Caller by);

    [Alias("save")] Task<Result<PublicProfileView>> Save(SavePublicProfile command);
}
