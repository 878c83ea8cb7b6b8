using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.CollectorFiles;

/// <summary>The files of one line's off-line collector: the key that seals them and the numbers that tell them apart.</summary>
[Alias("collector-files-grain")]
public interface ICollectorFilesGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<CollectorFilesView>> Get(Caller by);

    [Alias("issue-key")] Task<Result<FileKeyView>> IssueKey(IssueFileKey command);

    [Alias("number")] Task<Result<CollectorFilesView>> Number(NumberCardFile command);

    [Alias("take")] Task<Result<CollectorFilesView>> Take(TakeCollectionFile command);
}
