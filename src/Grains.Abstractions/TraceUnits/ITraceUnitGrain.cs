using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.TraceUnits;

/// <summary>One trace unit (追溯单元).</summary>
[Alias("trace-unit-grain")]
public interface ITraceUnitGrain : IGrainWithStringKey
{
    /// <summary>For other grains: whoever asks.</summary>
    [Alias("get")]
    Task<Result<TraceUnitView>> Get();

    /// <summary>For people: not found when the unit is not theirs to know.</summary>
    [Alias("get-for")]
    Task<Result<TraceUnitView>> GetFor(Caller by);

    /// <summary>What this caller may do with it now, by the very rules that decide.</summary>
    [Alias("judge")]
    Task<Result<TraceUnitVerdicts>> Judge(Caller by);

    [Alias("form")]
    Task<Result<TraceUnitView>> Form(FormTraceUnit command);

    [Alias("edit")]
    Task<Result<TraceUnitView>> Edit(EditTraceUnit command);

    [Alias("dissolve")]
    Task<Result<TraceUnitView>> Dissolve(DissolveTraceUnit command);

    [Alias("approve")]
    Task<Result<TraceUnitView>> Approve(ApproveTraceUnit command);

    [Alias("reject")]
    Task<Result<TraceUnitView>> Reject(RejectTraceUnit command);

    [Alias("revoke-approval")]
    Task<Result<TraceUnitView>> RevokeApproval(RevokeTraceUnitApproval command);
}
