using System.Globalization;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Seasons;

namespace Suyuan.Lookup;

/// <summary>The words of the pages about identity codes (身份码) in one language.</summary>
internal sealed class CodeWords(bool english)
{
    private static readonly CodeWords Chinese = new(false), English = new(true);

    public string Language => english ? "en" : "zh-CN";
    public string Product => Say("溯源 · 农产品质量安全追溯", "Suyuan · food traceability");
    public string Enter => Say("追溯查询", "Trace a product");
    public string EnterHelp => Say(
        "输入产品标签上的身份码（8 至 32 位数字），或扫描二维码。",
        "Type the code on the label (8 to 32 digits), or scan its QR code.");
    public string Code => Say("身份码", "Identity code");
    public string Ask => Say("立即查询", "Look up");
    public string Scan => Say("扫描二维码", "Scan the QR code");
    public string ScanFailed => Say("无法使用摄像头，请输入身份码。", "The camera cannot be used; please type the code.");
    public string Malformed => Say("身份码不正确!请仔细核对", "That is no identity code. Please check it.");
    public string Result => Say("追溯查询结果", "About this product");
    public string Authenticity => Say("防伪信息", "Authenticity");
    public string Basic => Say("基本信息", "Basic information");
    public string DeepTrace => Say("深度追溯", "Deep trace");
    public string TimeLine => Say("生产时间线", "Time line");
    public string ProductName => Say("产品", "Product");
    public string Category => Say("类别", "Category");
    public string Enterprise => Say("生产企业", "Producer");
    public string District => Say("企业所在地", "Located in");
    public string Batch => Say("生产批次", "Batch");
    public string Notices => Say("提示", "Notices");
    public string Back => Say("返回查询结果", "Back to the product");
    public string Again => Say("查询其他身份码", "Look up another code");
    public string Unknown => Say("身份码不存在", "There is no such code");
    public string UnknownHelp => Say(
        "身份码不存在。请仔细核对标签上的数字，或重新扫描二维码。",
        "There is no such code. Check the digits on the label, or scan the QR code again.");
    public string NotBound => Say("身份码未激活", "The code is not in use yet");
    public string NotBoundHelp => Say(
        "该身份码尚未关联任何产品，没有可以查询的信息。如果它已经贴在产品上，请联系销售者。",
        "This code is not bound to any product yet. If it is on a product, please ask the seller.");
    public string Away => Say("暂时无法查询", "Please try again");
    public string AwayHelp => Say("系统暂时无法查询，请稍后再试。", "Nothing can be looked up right now; please try again in a moment.");
    public string TooOften => Say("查询过于频繁", "Too many look-ups");
    public string TooOftenHelp => Say("您查询得太频繁，请稍等一分钟再试。", "There were many look-ups from your network; please try again in a minute.");
    public string NothingPublished => Say("该产品的深度追溯信息尚未开通查询。", "The deep trace of this product has not been opened to consumers.");
    public string RecalledAlert => Say("该产品已被召回，请停止食用或使用！", "This product has been recalled: do not eat or use it.");
    public string Recalled => Say("召回公告", "Recall notice");
    public string Scanned => Say("扫码查询", "Label scanned");
    public string Typed => Say("手工输入查询", "Code typed in by hand");
    public string SignatureWrong => Say(
        "标签上的校验信息与该身份码不符，请谨防假冒。",
        "The signature on this label does not belong to this code. Beware of counterfeits.");
    public string NeverAsked => Say("该身份码尚未被查询过", "This code has not been looked up yet");

    public static CodeWords In(Language language) => language == Common.Language.English ? English : Chinese;

    public string Of(FormText text) => english ? text.En : text.Zh;

    /// <summary>Where the rest of the records is, or all of them when none is shown.</summary>
    public string More(int records, int shown) =>
        shown == 0 ? Say($"查看全部 {records} 条", $"Show all ({records})") : Say($"其余 {records} 条", $"{records} more");

    public string TooEarly(DateOnly lawful) => Say(
        $"采收早于安全间隔期期满（{lawful:yyyy-MM-dd}）", $"Harvested before the pre-harvest interval ended on {lawful:yyyy-MM-dd}");

    public string RecallReason(string reason) => Say($"召回原因：{reason}", $"Reason: {reason}");

    /// <summary>The first line about a code's look-ups, worded as domain convention has it (LK2).</summary>
    public string Asked(Scan scan, CodeWarnings warnings) => scan.Count switch
    {
        0 => NeverAsked,
        1 when warnings.SignatureWrong => Say("该身份码为首次查询", "This is the first look-up of this code"),
        1 => Say("您查询的是正品，首次查询", "Genuine: this is the first look-up of this code"),
        _ => Say($"您好，本次为您第{scan.Count}次扫描结果，首次查询时间为{Time(scan)}",
            $"This is look-up number {scan.Count} of this code; the first was at {Time(scan)}"),
    };

    /// <summary>What a repeated look-up may mean; null where there is nothing to warn of.</summary>
    public string? Warning(Scan scan) => scan.Count < 2 ? null : Say(
        $"该产品已被查询过 {scan.Count} 次，首次查询时间：{Time(scan)}。重复查询可能是伪品",
        $"This product has been looked up {scan.Count} times, first at {Time(scan)}. Repeated look-ups may mean a counterfeit");

    private static string Time(Scan scan) => ChinaTime.At(scan.FirstAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private string Say(string chinese, string inEnglish) => english ? inEnglish : chinese;
}
