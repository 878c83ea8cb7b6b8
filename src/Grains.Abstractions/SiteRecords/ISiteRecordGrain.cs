using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.SiteRecords;

/// <summary>One record of an enterprise's internal management, its tests or its issues of inputs.</summary>
[Alias("site-record-grain")]
public interface ISiteRecordGrain : IGrainWithStringKey
{
    /// <summary>For people: not found when the enterprise is not theirs to know.</summary>
    [Alias("get-for")] Task<Result<SiteRecordView>> GetFor(Caller by);

    [Alias("add")] Task<Result<SiteRecordView>> Add(AddSiteRecord command);

    [Alias("edit")] Task<Result<SiteRecordView>> Edit(EditSiteRecord command);

    [Alias("submit")] Task<Result<SiteRecordView>> Submit(SubmitSiteRecord command);

    [Alias("delete")] Task<Result<SiteRecordView>> Delete(DeleteSiteRecord command);
}
