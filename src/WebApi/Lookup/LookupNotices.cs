using System.Text.Json;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>
/// What a page tells beside the product, most important first: a recall, a label that is not the code's own, what became of filings,
/// that nothing is published.
/// </summary>
internal static class LookupNotices
{
    public const string RecalledCode = "lookup/recalled";
    public const string SignatureWrongCode = "lookup/signature-wrong";

    private static readonly CodeWords Chinese = CodeWords.In(Language.Chinese), English = CodeWords.In(Language.English);

    private static readonly FormText NothingPublished = new() { Zh = Chinese.NothingPublished, En = English.NothingPublished };
    private static readonly FormText SignatureWrong = new() { Zh = Chinese.SignatureWrong, En = English.SignatureWrong };

    public static LookupState StateOf(PublicView view, CodeWarnings warnings) =>
        warnings.IsRecalled ? LookupState.Recalled : view.Tabs.Count > 0 ? LookupState.Published : LookupState.Basic;

    public static IReadOnlyList<LookupNotice> Of(PublicView view, CodeWarnings warnings)
    {
        var state = StateOf(view, warnings);
        var notices = view.Notices.Select(notice => new LookupNotice(CodeOf(notice.Kind), notice.Text));
        if (warnings.SignatureWrong) notices = notices.Prepend(new(SignatureWrongCode, SignatureWrong));
        if (state == LookupState.Recalled) notices = notices.Prepend(new(RecalledCode, Recall(warnings.Recall)));
        if (state == LookupState.Basic)
            notices = notices.Append(new("lookup/nothing-published", NothingPublished));
        return [.. notices];
    }

    // Staff wrote the reason, and may have written whom to call.
    private static FormText Recall(string written)
    {
        var reason = PersonalTraces.RemovedFrom(written);
        return new()
        {
            Zh = $"{Chinese.RecalledAlert}{Chinese.RecallReason(reason)}", En = $"{English.RecalledAlert} {English.RecallReason(reason)}",
        };
    }

    private static string CodeOf(PublicNoticeKind kind) => $"lookup/{JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}";
}
