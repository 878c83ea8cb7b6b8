using System.Text.Json;

namespace Suyuan.Samples;

/// <summary>Says when the samples were begun, which every date of theirs is counted back from, and whether they are complete.</summary>
internal sealed record LoadingMark(DateTimeOffset Begun, bool Complete)
{
    private const string FileName = "samples.json";

    public static LoadingMark Open(string folder, TimeProvider clock)
    {
        var path = Path.Combine(folder, FileName);
        if (File.Exists(path) && JsonSerializer.Deserialize<LoadingMark>(File.ReadAllText(path)) is { } known) return known;
        var mark = new LoadingMark(clock.GetUtcNow(), Complete: false);
        mark.Write(folder);
        return mark;
    }

    public void Write(string folder)
    {
        var aside = Path.Combine(folder, FileName + ".new");
        File.WriteAllText(aside, JsonSerializer.Serialize(this));
        File.Move(aside, Path.Combine(folder, FileName), overwrite: true);
    }
}
