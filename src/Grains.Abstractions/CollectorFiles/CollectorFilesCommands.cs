using Suyuan.Accounts;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>Issues the key that seals the line's files; it ends the one before.</summary>
[GenerateSerializer, Immutable, Alias("issue-file-key")]
public sealed record IssueFileKey([property: Id(0)] Caller By, [property: Id(1)] GinLineId Line);

/// <summary>Draws the number of the line's next card file (追溯码文件), which holds so many cards.</summary>
[GenerateSerializer, Immutable, Alias("number-card-file")]
public sealed record NumberCardFile([property: Id(0)] Caller By, [property: Id(1)] GinLineId Line, [property: Id(2)] int Cards);

/// <summary>Takes note of a collection file (采集文件) whose seal was verified.</summary>
[GenerateSerializer, Immutable, Alias("take-collection-file")]
public sealed record TakeCollectionFile(
    [property: Id(0)] Caller By,
    [property: Id(1)] GinLineId Line,
    [property: Id(2)] CollectionFile File);
