using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>A line of a stream: a message, or why it is none and has not even a number to refuse it under.</summary>
internal sealed record LineStreamMessage(LineCommand? Command, Refusal? Unreadable);
