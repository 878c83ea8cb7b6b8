using System.Text.Json;
using Suyuan.Common;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>The answer as JSON: what belongs to the code alone comes first, in the hole; the rest is prepared.</summary>
internal static class LookupJson
{
    private const int HoleSize = 640;

    public static Prepared Prepare(PublicView view, CodeWarnings warnings)
    {
        var state = LookupNotices.StateOf(view, warnings);
        var shown = state != LookupState.Recalled;
        var rest = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                State = state,
                Notices = LookupNotices.Of(view, warnings),
                Enterprise = view.Enterprise.Value,
                view.Batch,
                view.Basic,
                Tabs = shown ? view.Tabs : [],
                Timeline = shown ? view.Timeline : [],
                Files = shown ? view.Files : PublicFile.Of(view.Basic.Sections),
            },
            SuyuanJson.Options);
        return new("{"u8.ToArray(), HoleSize, rest.AsMemory(1));
    }

    public static byte[] Content(Prepared answer, CodeAsked asked, CodeWords words)
    {
        var scan = asked.Scan;
        var said = words.Asked(scan, asked.Warnings);
        var own = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Code = asked.Code.ToString(),
                asked.Asked,
                Scans = new LookupScans(scan.Count, scan.Count == 0 ? null : scan.FirstAt, said, words.Warning(scan)),
            },
            SuyuanJson.Options);
        return HoleContent.Fill(answer.Hole, own.AsSpan(1, own.Length - 2), ","u8);
    }
}
