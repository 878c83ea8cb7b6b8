using Suyuan.Common;

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
}
