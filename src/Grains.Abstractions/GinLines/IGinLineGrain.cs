using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>One gin line (生产线): scans and bales in arrival order, one at a time.</summary>
[Alias("gin-line-grain")]
public interface IGinLineGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<GinLineView>> Get();

    [Alias("register")] Task<Result<GinLineView>> Register(RegisterGinLine command);

    [Alias("scan")] Task<Result<LineAnswer>> Scan(ScanCard command);

    [Alias("press")] Task<Result<LineAnswer>> Press(PressBale command);

    [Alias("finish")] Task<Result<LineAnswer>> Finish(FinishCard command);

    [Alias("reopen")] Task<Result<LineAnswer>> Reopen(ReopenCard command);
}
