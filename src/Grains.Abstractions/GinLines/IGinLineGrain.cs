using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.GinLines;

/// <summary>One gin line (生产线): scans and bales in arrival order, one at a time.</summary>
[Alias("gin-line-grain")]
public interface IGinLineGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<GinLineView>> Get();

    [Alias("progress")] Task<Result<LineProgress>> Progress();

    [Alias("register")] Task<Result<GinLineView>> Register(RegisterGinLine command);

    /// <summary>Refused as a whole only where the line is not there for the caller.</summary>
    [Alias("take")] Task<Result<LineReplies>> Take(TakeMessages command);

    /// <summary>Whether the card could be scanned now, by the very rule that decides.</summary>
    [Alias("judge-scan")] Task<Result<Verdict>> JudgeScan(Caller by, CardNumber card, int? delayBales);
}
