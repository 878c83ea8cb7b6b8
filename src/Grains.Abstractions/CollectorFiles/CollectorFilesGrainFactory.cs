using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

public static class CollectorFilesGrainFactory
{
    public static ICollectorFilesGrain CollectorFiles(this IGrainFactory grains, GinLineId line) =>
        grains.GetGrain<ICollectorFilesGrain>($"files-{line}");
}
