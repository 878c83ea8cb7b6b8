namespace Suyuan.Collector;

/// <summary>An acknowledgement on a stream; without a sequence it is about the stream itself.</summary>
public sealed record StreamedReply(long? Sequence, LineAnswer? Answer, LineProblem? Problem);
