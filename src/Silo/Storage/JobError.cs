namespace Suyuan.Silo.Storage;

/// <summary>What is wrong in one cell: a code and its arguments, which find their words when somebody reads them.</summary>
public sealed record JobError(long Number, int Row, string Column, string Code, IReadOnlyDictionary<string, string> Arguments);
