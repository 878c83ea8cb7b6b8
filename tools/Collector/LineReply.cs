namespace Suyuan.Collector;

/// <summary>An answer or a problem, and how often the message had to be sent again before it came.</summary>
public sealed record LineReply(LineAnswer? Answer, LineProblem? Problem, int Resent);
