namespace Suyuan.Collector;

/// <summary>What a collector tells its operator instead of taking a message; nothing of it is recorded.</summary>
public sealed record OfflineRefusal(string Code, string Message)
{
    public static OfflineRefusal CardUnknown { get; } = new("gin-line/card-unknown", "当前追溯卡号不存在，请从客户端导入信息。");

    public static OfflineRefusal CardFinished { get; } = new("gin-line/card-finished", "扫描追溯卡号已经结束，无法使用");

    public static OfflineRefusal DelayRequired { get; } = new("gin-line/delay-required", "请企业输入当前加工需要延迟的包数");

    public static OfflineRefusal DelayOutOfRange { get; } = new("gin-line/delay-out-of-range", "延迟包数超出范围。");

    public static OfflineRefusal CardInWork { get; } = new("gin-line/card-in-work", "扫描追溯卡号正在加工，请勿扫描");

    public static OfflineRefusal CardAlreadyQueued { get; } = new("gin-line/card-already-queued", "追溯卡已在队列中。");

    public static OfflineRefusal QueueFull { get; } = new("gin-line/queue-full", "追溯卡队列已满。");

    public static OfflineRefusal NothingInWork { get; } = new("gin-line/nothing-in-work", "没有正在加工的追溯卡。");

    public static OfflineRefusal CardNotFinished { get; } = new("gin-line/card-not-finished", "追溯卡没有结束，不需要再加工。");

    public static OfflineRefusal CardComplete { get; } = new("gin-line/card-complete", "追溯卡已自动结束，不能再加工。");
}
