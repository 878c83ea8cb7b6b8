using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

/// <summary>The trace card (追溯卡) of one weigh ticket.</summary>
[Alias("trace-card-grain")]
public interface ITraceCardGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<TraceCardView>> Get();

    [Alias("print")] Task<Result<TraceCardView>> Print(PrintTraceCard command);

    [Alias("reprint")] Task<Result<TraceCardView>> Reprint(ReprintTraceCard command);

    [Alias("export")] Task<Result<TraceCardView>> Export(ExportTraceCard command);

    [Alias("void")] Task<Result<TraceCardView>> Void(VoidTraceCard command);

    [Alias("set-chips")] Task<Result<TraceCardView>> SetChips(SetCardChips command);

    /// <summary>Whether the ticket's card could be printed now, by the very rules that decide.</summary>
    [Alias("judge-printing")] Task<Result<Verdict>> JudgePrinting(Caller by, GinCode gin, TicketNumber ticket);

    /// <summary>What may be done with the printed card now.</summary>
    [Alias("judge")] Task<Result<TraceCardVerdicts>> Judge(Caller by, CardNumber card);
}
