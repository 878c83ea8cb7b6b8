using System.Collections.Immutable;

namespace Suyuan.GinLines;

/// <summary>The line's replies, in the order of the messages; all that they acknowledge is durable.</summary>
[GenerateSerializer, Immutable, Alias("line-replies")]
public sealed record LineReplies([property: Id(0)] ImmutableArray<LineReply> Replies);
