using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Makes the labels of a part of an allocation while they leave: however many, only a page of them is in memory.</summary>
internal sealed class CodeLabels(PublicAddress address, CodeSignature signatures)
{
    /// <summary>Of drawings; a list of codes may be as long as what is bound at once.</summary>
    public const long MostLabels = 100_000;
    public const long MostLines = 1_000_000;

    public Result<CodeLabelFile> Make(CodeAllocationView allocation, CodeLabelOptions options)
    {
        var whole = allocation.Run();
        var (start, end) = (options.Start ?? whole.Start, options.End ?? whole.End);
        if (!whole.Contains(start)) return IdentityCodeRefusals.NotAllocated(start.Value);
        if (!whole.Contains(end)) return IdentityCodeRefusals.NotAllocated(end.Value);
        if (start.Number > end.Number) return IdentityCodeRefusals.EndBeforeStart(start.Value, end.Value);
        var run = whole with { Start = start, End = end };
        var most = options.Kind == CodeLabelFormat.Csv ? MostLines : MostLabels;
        return run.Count > (UInt128)most ? IdentityCodeRefusals.TooMany(run.Count.ToString(), most) : FileOf(run, options.Kind);
    }

    private CodeLabelFile FileOf(CodeRun run, CodeLabelFormat format)
    {
        // The host is that of the request, which is over while the last labels are made.
        var host = address.Of("");
        var labels = run.Codes().Select(code => new CodeLabel(code, host + signatures.PathOf(code)));
        var name = $"{run.Start}-{run.End}";
        return format switch
        {
            CodeLabelFormat.Csv => new("text/csv; charset=utf-8", name + ".csv", (to, cancelled) => CodeCsv.Write(labels, to, cancelled)),
            CodeLabelFormat.Pdf => new("application/pdf", name + ".pdf", (to, cancelled) => new CodePdf(to).Write(labels, name, cancelled)),
            CodeLabelFormat.Svg when run.Count == 1 => One("image/svg+xml", ".svg", CodeSvg.Make, labels.Single()),
            CodeLabelFormat.Png when run.Count == 1 => One("image/png", ".png", CodePng.Make, labels.Single()),
            CodeLabelFormat.Svg => Many(name, ".svg", CodeSvg.Make, labels),
            _ => Many(name, ".png", CodePng.Make, labels),
        };
    }

    private static CodeLabelFile One(string type, string extension, Func<CodeLabel, byte[]> make, CodeLabel label) =>
        new(type, label.Code + extension, (to, cancelled) => to.WriteAsync(make(label), cancelled).AsTask());

    private static CodeLabelFile Many(string name, string extension, Func<CodeLabel, byte[]> make, IEnumerable<CodeLabel> labels) =>
        new("application/zip", $"{name}{extension}.zip", (to, cancelled) => CodeZip.Write(labels, extension, make, to, cancelled));
}

/// <summary>A file that is made while it leaves.</summary>
internal sealed record CodeLabelFile(string Type, string Name, Func<Stream, CancellationToken, Task> Write);
