using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>Where an enterprise's batches get their numbers. It keeps nothing; the database counts.</summary>
[Alias("batch-desk-grain")]
public interface IBatchDeskGrain : IGrainWithStringKey
{
    [Alias("open")] Task<Result<BatchView>> Open(OpenBatch command);
}
