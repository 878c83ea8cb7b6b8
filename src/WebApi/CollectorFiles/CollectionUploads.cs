using Suyuan.Common;
using Suyuan.GinLines;
using Suyuan.Jobs;

namespace Suyuan.CollectorFiles;

/// <summary>Takes a collection file (采集文件): verified as a whole first, so that a wrong one changes nothing; the rest is a job.</summary>
internal sealed class CollectionUploads(FileSeal seal, CollectionReplay replay, JobRunner jobs, IGrainFactory grains)
{
    public static readonly IReadOnlyList<string> Codes =
    [
        "collector-file/key-missing", "collector-file/key-replaced", "collector-file/unreadable", "collector-file/of-another-line",
        "collector-file/wrong-seal", "collector-file/exists-with-different-content", "gin-line/verifier-required", "table/too-large",
        "job/queue-full",
    ];

    public async Task<Result<JobRecord>> Take(GinLineId line, IFormFile file, JobOrder order, CancellationToken cancellationToken)
    {
        var known = await grains.CollectorFiles(line).Get(order.By);
        if (known.Refused) return known.Refusal;
        var verified = await Verify(known.Value, file, order, cancellationToken);
        if (verified.Refused) return verified.Refusal;
        var taken = await grains.CollectorFiles(line).Take(new(order.By, line, verified.Value));
        return taken.Refused
            ? taken.Refusal
            : await jobs.Start(order, file, (job, stopping) => replay.Run(line, verified.Value, job, stopping), cancellationToken);
    }

    private async Task<Result<CollectionFile>> Verify(
        CollectorFilesView known, IFormFile file, JobOrder order, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = file.OpenReadStream();
            return await new CollectionCheck(known, seal).Of(content, order.By, cancellationToken);
        }
        catch (TableException unreadable)
        {
            return unreadable.Refusal;
        }
    }
}
