using System.Collections.Concurrent;
using System.Collections.Frozen;
using Suyuan.Common;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>What consumers may see of a batch, with each form of it made when it is first asked for and kept.</summary>
internal sealed class PreparedBatch(PublicView view, string? gtin, Action<long> tookBytes)
{
    // Records and texts of a view beside what they say.
    private const int BytesOfEmptyView = 4096;

    private readonly ConcurrentDictionary<(PreparedKind Kind, CodeWarnings Warnings), Lazy<Prepared>> forms = new();
    private readonly FrozenSet<string> files = Digests(view.Files);
    private readonly FrozenSet<string> basicFiles = Digests(PublicFile.Of(view.Basic.Sections));

    private readonly Lock counting = new();
    private bool left;
    private long bytes;

    public PublicView View => view;

    /// <summary>The product's number in shops, for digital links; null where it was filed without one.</summary>
    public string? Gtin => gtin;

    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>When it was last asked for, for whoever looks for room.</summary>
    public long UsedAt { get; set; }

    /// <summary>The view names this file. Of a recalled product no deep trace is shown, and none of its files.</summary>
    public bool Names(string sha256, bool recalled) => (recalled ? basicFiles : files).Contains(sha256);

    public Prepared Json(CodeWarnings warnings) => Form(PreparedKind.Json, warnings);

    public Prepared Page(Language language, CodeWarnings warnings) =>
        Form(language == Language.English ? PreparedKind.EnglishPage : PreparedKind.ChinesePage, warnings);

    private Prepared Form(PreparedKind kind, CodeWarnings warnings) =>
        forms.GetOrAdd((kind, warnings), _ => new(() => Make(kind, warnings))).Value;

    private Prepared Make(PreparedKind kind, CodeWarnings warnings)
    {
        var made = kind == PreparedKind.Json
            ? LookupJson.Prepare(view, warnings)
            : CodePage.Prepare(view, warnings, CodeWords.In(kind == PreparedKind.EnglishPage ? Language.English : Language.Chinese));
        Count(made.Bytes);
        return made;
    }

    private void Count(long more)
    {
        lock (counting)
        {
            if (left) return;
            // The first form also stands for the view that it was made from.
            if (bytes == 0) more += BytesOfEmptyView + (2 * more);
            bytes += more;
        }

        tookBytes(more);
    }

    /// <summary>Nobody keeps it any more: what it took, once; what is made of it from now on is not counted.</summary>
    public long Leave()
    {
        lock (counting)
        {
            left = true;
            return Interlocked.Exchange(ref bytes, 0);
        }
    }

    private static FrozenSet<string> Digests(IEnumerable<PublicFile> files) =>
        files.Select(file => file.Sha256).ToFrozenSet(StringComparer.Ordinal);

    private enum PreparedKind
    {
        Json,
        ChinesePage,
        EnglishPage,
    }
}
