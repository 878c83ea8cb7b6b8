using System.Text;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>
/// /q/{code}: what is known of the product that bears it. All but the code, its look-ups and the address that files are beside is the
/// same for each code of a batch, so that alone is put in for each.
/// </summary>
internal static class CodePage
{
    private const int HoleSize = 1280;

    // LK4 allows 50 kB: what does not fit stands behind a link.
    private const int MostOfBasic = 14_000;
    private const int MostOfTrace = 26_000;
    private const int MostMoments = 40;
    private const int LinkSize = 120;

    public static Prepared Prepare(PublicView view, CodeWarnings warnings, CodeWords words)
    {
        var title = $"{view.Basic.ProductName} · {words.Product}";
        var head = LookupPage.Head(words.Language, title);
        var state = LookupNotices.StateOf(view, warnings);
        var body = new StringBuilder("\n")
            .Append(Notices(view, warnings, words))
            .Append(Basic(view, words))
            .Append(state == LookupState.Published ? TimeLine(view, words) + Trace(view, words) : "")
            .Append(Foot(words));
        return new(Encoding.UTF8.GetBytes(head), HoleSize, Encoding.UTF8.GetBytes(body.ToString()));
    }

    /// <summary>The base makes addresses of files start from the code's own, whatever address led to the page.</summary>
    public static byte[] Content(Prepared page, CodeAsked asked, CodeWords words)
    {
        var alert = asked.Warnings.IsRecalled ? $"""<p class="alert" role="alert">{words.RecalledAlert}</p>""" : "";
        var (line, good) = (words.Asked(asked.Scan, asked.Warnings), asked.Scan.Count <= 1 && asked.Warnings.AreNone);
        var warning = words.Warning(asked.Scan) is { } text ? $"""<p class="warn">{text}</p>""" : "";
        var how = asked.Asked == AskedBy.Scanned ? words.Scanned : words.Typed;
        var content = $"""
            <base href="/q/{asked.Code}/"></head><body><main><header>{words.Product}</header><h1>{words.Result}</h1>{alert}
            <p class="code">{words.Code} {asked.Code}</p><section aria-labelledby="auth"><h2 id="auth">{words.Authenticity}</h2>
            <p class="state{(good ? " good" : "")}">{line}</p>{warning}<p class="how">{how}</p></section>
            """;
        return HoleContent.Fill(page.Hole, Encoding.UTF8.GetBytes(content), default);
    }

    /// <summary>What did not fit on the page: records of a tab, or sections of the basic information, from one on.</summary>
    public static string More(PublicView view, string item, int from, CodeValue code, CodeWords words)
    {
        var tab = view.Tabs.FirstOrDefault(tab => tab.Item == item);
        var pieces = item == BasicItem ? view.Basic.Sections.Select(section => PublicParts.Section(section, words)).ToList()
            : tab is null ? []
            : [.. tab.Records.Select(record => PublicParts.Record(record, words))];
        var label = tab is null ? words.Basic : words.Of(tab.Label);
        var shown = Fit(pieces, Math.Clamp(from, 0, pieces.Count), MostOfBasic + MostOfTrace, item, words);
        return $"""
            {LookupPage.Head(words.Language, $"{label} · {words.Product}")}<base href="/q/{code}/"></head><body><main>
            <header>{words.Product}</header><h1>{words.Result}</h1><p class="code">{words.Code} {code}</p>
            <section aria-labelledby="item"><h2 id="item">{LookupPage.Safe(label)}</h2>{shown}</section>
            <p><a href="/q/{code}">{words.Back}</a></p></main></body></html>
            """;
    }

    public static string Message(CodeWords words, string title, string help) =>
        $"""
        {LookupPage.Head(words.Language, $"{title} · {words.Product}")}</head><body><main><header>{words.Product}</header>
        <h1>{title}</h1><p>{help}</p>{Foot(words)}
        """;

    private const string BasicItem = "basic";

    private static string Notices(PublicView view, CodeWarnings warnings, CodeWords words)
    {
        var notices = LookupNotices.Of(view, warnings);
        if (notices.Count == 0) return "";
        var items = string.Concat(notices.Select(notice => Notice(notice, words)));
        var title = warnings.IsRecalled ? words.Recalled : words.Notices;
        return $"""<section aria-labelledby="notices" class="notices"><h2 id="notices">{title}</h2>{items}</section>""";
    }

    private static string Notice(LookupNotice notice, CodeWords words)
    {
        var text = LookupPage.Safe(words.Of(notice.Text));
        // The alert on top says the first half.
        if (notice.Code == LookupNotices.RecalledCode) text = text.Replace(words.RecalledAlert, "", StringComparison.Ordinal).Trim();
        return notice.Code == LookupNotices.SignatureWrongCode ? $"""<p class="alert" role="alert">{text}</p>""" : $"<p>{text}</p>";
    }

    private static string Basic(PublicView view, CodeWords words)
    {
        var rows = LookupPage.Rows(
            (words.ProductName, view.Basic.ProductName),
            (words.Category, view.Basic.Category is { } category ? words.Of(category) : null),
            (words.Enterprise, view.Basic.EnterpriseName),
            (words.District, view.Basic.DistrictName),
            (words.Batch, view.Batch));
        var sections = view.Basic.Sections.Select(section => PublicParts.Section(section, words)).ToList();
        return $"""
            <section aria-labelledby="basic"><h2 id="basic">{words.Basic}</h2>{rows}
            {Fit(sections, 0, MostOfBasic, BasicItem, words)}</section>
            """;
    }

    private static string TimeLine(PublicView view, CodeWords words)
    {
        if (view.Timeline.Count == 0) return "";
        var items = string.Concat(view.Timeline.TakeLast(MostMoments).Select(moment =>
            $"<li>{PublicParts.Day(moment.Day)} {LookupPage.Safe(words.Of(moment.Label))}</li>"));
        return $"""<section aria-labelledby="time"><h2 id="time">{words.TimeLine}</h2><ol class="time">{items}</ol></section>""";
    }

    private static string Trace(PublicView view, CodeWords words)
    {
        var records = view.Tabs.Select(tab => tab.Records.Select(record => PublicParts.Record(record, words)).ToList()).ToList();
        var heads = view.Tabs.Select(tab => Head(tab, words)).ToList();
        var room = MostOfTrace - heads.Sum(head => Encoding.UTF8.GetByteCount(head) + LinkSize);
        var each = PageRoom.OfEach([.. records.Select(tab => tab.Sum(Encoding.UTF8.GetByteCount))], room);
        var tabs = new StringBuilder();
        for (var at = 0; at < view.Tabs.Count; at++)
            tabs.Append($"<details{(at == 0 ? " open" : "")}>{heads[at]}{Fit(records[at], 0, each, view.Tabs[at].Item, words)}</details>");
        return $"""<section aria-labelledby="trace"><h2 id="trace">{words.DeepTrace}</h2>{tabs}</section>""";
    }

    private static string Head(PublicTab tab, CodeWords words)
    {
        var count = tab.Records.Count > 1 ? $" ({tab.Records.Count})" : "";
        var summary = tab.Summary is { } sentence ? $"<p>{LookupPage.Safe(words.Of(sentence))}</p>" : "";
        return $"<summary>{LookupPage.Safe(words.Of(tab.Label))}{count}</summary>{summary}";
    }

    private static string Fit(List<string> pieces, int from, int most, string item, CodeWords words)
    {
        var shown = new StringBuilder();
        for (var at = from; at < pieces.Count; at++)
        {
            most -= Encoding.UTF8.GetByteCount(pieces[at]);
            // A page of nothing but a link to itself would lead nowhere.
            if (most < 0 && (at > from || from == 0))
                return shown.Append($"""<p><a href="records/{item}?from={at}">{words.More(pieces.Count - at, at)}</a></p>""").ToString();
            shown.Append(pieces[at]);
        }

        return shown.ToString();
    }

    private static string Foot(CodeWords words) => $"""<p><a href="/q">{words.Again}</a></p></main></body></html>""";
}
