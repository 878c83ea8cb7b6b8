using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>What zones, plots and products have in common, which is everything but their names.</summary>
[Alias("enterprise-entry-grain")]
public interface IEnterpriseEntryGrain : IGrainWithStringKey
{
    /// <summary>For people of the enterprise and those who oversee its district; to others there is no such thing.</summary>
    [Alias("get-for")] Task<Result<EnterpriseEntryView>> GetFor(Caller by);

    [Alias("add")] Task<Result<EnterpriseEntryView>> Add(SaveEntry command);

    [Alias("change")] Task<Result<EnterpriseEntryView>> Change(SaveEntry command);

    [Alias("retire")] Task<Result<EnterpriseEntryView>> Retire(RetireEntry command);
}
