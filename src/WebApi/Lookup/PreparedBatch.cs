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

    private readonly ConcurrentDictionary<(PreparedKind Kind, string Notice), Lazy<Prepared>> forms = new();
    private readonly FrozenDictionary<string, PublicFile> files = view.Files.DistinctBy(file => file.Sha256)
        .ToFrozenDictionary(file => file.Sha256, StringComparer.Ordinal);

    private long bytes;

    public PublicView View => view;

    /// <summary>The product's number in shops, for digital links; null where it was filed without one.</summary>
    public string? Gtin => gtin;

    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>When it was last asked for, for whoever looks for room.</summary>
    public long UsedAt { get; set; }

    public PublicFile? File(string sha256) => files.GetValueOrDefault(sha256);

    public Prepared Json(string notice) => Form(PreparedKind.Json, notice);

    public Prepared Page(Language language, string notice) =>
        Form(language == Language.English ? PreparedKind.EnglishPage : PreparedKind.ChinesePage, notice);

    private Prepared Form(PreparedKind kind, string notice) =>
        forms.GetOrAdd((kind, notice), _ => new(() => Make(kind, notice))).Value;

    private Prepared Make(PreparedKind kind, string notice)
    {
        var made = kind == PreparedKind.Json
            ? LookupJson.Prepare(view, notice)
            : CodePage.Prepare(view, notice, CodeWords.In(kind == PreparedKind.EnglishPage ? Language.English : Language.Chinese));
        // The first form also stands for the view that it was made from.
        var more = made.Bytes + (Interlocked.Add(ref bytes, made.Bytes) == made.Bytes ? BytesOfEmptyView + (2 * made.Bytes) : 0);
        if (more != made.Bytes) Interlocked.Add(ref bytes, more - made.Bytes);
        tookBytes(more);
        return made;
    }

    private enum PreparedKind
    {
        Json,
        ChinesePage,
        EnglishPage,
    }
}
