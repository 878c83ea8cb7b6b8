namespace Suyuan.GinLines;

public static class GinLineGrainFactory
{
    public static IGinLineGrain GinLine(this IGrainFactory grains, GinLineId line) => grains.GetGrain<IGinLineGrain>($"line-{line}");
}
