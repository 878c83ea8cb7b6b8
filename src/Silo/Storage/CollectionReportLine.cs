using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.Silo.Storage;

/// <summary>What became of one row of a collection file: the line's answer, or a refusal.</summary>
public sealed record CollectionReportLine(int Row, long? Sequence, string Kind, string Subject, LineAnswer? Answer, Refusal? Refusal);
