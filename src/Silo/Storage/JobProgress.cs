namespace Suyuan.Silo.Storage;

/// <summary>How far a job is: rows done, all rows where known, errors met.</summary>
public sealed record JobProgress(long Done, long? Total, long Errors);
