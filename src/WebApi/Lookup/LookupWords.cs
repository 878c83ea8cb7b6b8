using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.TraceCards;

namespace Suyuan.Lookup;

/// <summary>The words of the public pages in one language.</summary>
internal sealed class LookupWords(bool english)
{
    private static readonly LookupWords Chinese = new(false), English = new(true);

    public string Language => english ? "en" : "zh-CN";
    public string Product => Say("兵团棉花质量追溯", "XPCC cotton quality tracing");
    public string Card => Say("追溯卡", "Trace card");
    public string Bale => Say("棉包", "Cotton bale");
    public string Progress => Say("加工进度", "Ginning");
    public string Ginned => Say("已加工", "Ginned");
    public string BalesSoFar => Say("已加工棉包", "Bales so far");
    public string Processed => Say("已加工重量", "Weight ginned");
    public string Label => Say("标签内容", "Label");
    public string Gin => Say("加工企业", "Gin");
    public string Season => Say("年度", "Season");
    public string Unit => Say("追溯单元", "Trace unit");
    public string IndividualUnit => Say("个人种植者", "An individual grower");
    public string Variety => Say("品种", "Variety");
    public string Net => Say("净重", "Net weight");
    public string Gross => Say("毛重", "Gross weight");
    public string Conditioned => Say("公定重量", "Conditioned weight");
    public string Regain => Say("回潮率", "Moisture regain");
    public string Module => Say("模块类型", "Module");
    public string Films => Say("棉膜件数", "Films");
    public string PrintedOn => Say("打印日期", "Printed on");
    public string PressedOn => Say("加工日期", "Pressed on");
    public string Quality => Say("质量", "Quality");
    public string QualityMark => Say("质量标识", "Quality mark");
    public string Length => Say("长度", "Length");
    public string Micronaire => Say("马克隆值", "Micronaire");
    public string Strength => Say("断裂比强度", "Strength");
    public string Origin => Say("来源", "Origin");
    public string Untraced => Say("未参与追溯", "Not traced");
    public string Weights => Say("重量", "Weights");
    public string Warnings => Say("提示", "Notes");
    public string Missing => Say("没有找到", "Nothing found");
    public string MissingHelp => Say(
        "没有这个编号的追溯卡或棉包。请核对编号，或重新扫描二维码。",
        "There is no trace card or bale of this number. Check the number, or scan the code again.");

    public static LookupWords In(Language language) => language == Common.Language.English ? English : Chinese;

    public string Of(CardState state) => state switch
    {
        CardState.Printed => Say("已打印，等待加工", "Printed, waiting for ginning"),
        CardState.Exported => Say("已导出到生产线，等待加工", "Sent to a gin line, waiting for ginning"),
        CardState.Queued => Say("排队等待加工", "Queued for ginning"),
        CardState.InWork => Say("正在加工", "Being ginned"),
        CardState.FinishedAuto => Say("加工完成", "Ginned"),
        CardState.FinishedManual => Say("已人工结束", "Ended by hand"),
        _ => Say("已作废", "Void"),
    };

    public string Of(ModuleType type) => type switch
    {
        ModuleType.Round => Say("圆模", "Round"),
        ModuleType.Square => Say("方模", "Square"),
        _ => Say("散花", "Loose"),
    };

    public string Of(PremiumState state) => state switch
    {
        PremiumState.Premium => Say("优质棉", "Premium cotton"),
        PremiumState.Ordinary => Say("非优质棉", "Not premium cotton"),
        _ => Say("待公证检验", "Not yet inspected"),
    };

    public string Of(BaleWarning warning) => warning switch
    {
        BaleWarning.GrossOutOfRange => Say("毛重不在 217–237 kg 之间", "Gross weight is not from 217 to 237 kg"),
        BaleWarning.RegainTooHigh => Say("回潮率高于 10%", "Moisture regain is above 10%"),
        BaleWarning.ClockWrong => Say("采集器时间不准确", "The collector's clock was wrong"),
        _ => Say("在加工截止日期之后加工", "Pressed after the ginning deadline"),
    };

    private string Say(string chinese, string inEnglish) => english ? inEnglish : chinese;
}
