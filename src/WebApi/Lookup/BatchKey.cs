namespace Suyuan.Lookup;

/// <summary>A batch (批次) as code ranges name it.</summary>
internal sealed record BatchKey(string Enterprise, string Batch);
