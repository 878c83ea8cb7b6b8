using System.Globalization;
using System.Text.Json.Serialization;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.CollectorFiles;

/// <summary>
/// The files of a line's off-line collector (GL7). The key is kept encrypted, not hashed: unlike a device's it has to be used again.
/// </summary>
[GenerateSerializer, Immutable, Alias("collector-files")]
public sealed record CollectorFiles
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public GinCode Gin { get; init; }
    [Id(2)] public int Line { get; init; }
    [Id(3)] public int KeyNumber { get; init; }
    [Id(4)] public ProtectedText? Key { get; init; }
    [Id(5)] public DateTimeOffset? KeyIssuedAt { get; init; }
    [Id(6)] public string KeyIssuedBy { get; init; } = "";
    [Id(7)] public CardFileNote? LastCardFile { get; init; }

    /// <summary>What this write adds to the collection files that PostgreSQL knows.</summary>
    [Id(8)] public CollectionFile? Taken { get; init; }

    [Id(9)] public int LastCollectionFile { get; init; }

    [JsonIgnore] public bool HasKey => KeyNumber > 0;

    public Result<CollectorFiles> IssueKey(IssueFileKey command, ProtectedText key, DateTimeOffset now)
    {
        if (command.By.Role is not (Role.Ginner or Role.Platform)) return SharedRefusals.Forbidden;
        return Of(command.Line) with { KeyNumber = KeyNumber + 1, Key = key, KeyIssuedAt = now, KeyIssuedBy = command.By.Account };
    }

    public Result<CollectorFiles> Number(NumberCardFile command, DateTimeOffset now)
    {
        if (!HasKey) return CollectorFileRefusals.KeyMissing(command.Line);
        var next = (LastCardFile?.Number ?? 0) + 1;
        return Of(command.Line) with
        {
            LastCardFile = new() { Number = next, Cards = command.Cards, ExportedAt = now, ExportedBy = command.By.Account },
        };
    }

    /// <param name="known">The file that the line took under this number before.</param>
    public Result<CollectorFiles> Take(TakeCollectionFile command, CollectionFile? known, DateTimeOffset now)
    {
        if (!HasKey) return CollectorFileRefusals.KeyMissing(command.Line);
        var file = command.File;
        if (known is not null)
            return known.Sha256 == file.Sha256 ? this : CollectorFileRefusals.ExistsWithDifferentContent(file.Number);
        return Of(command.Line) with
        {
            Taken = file with { TakenAt = now, TakenBy = command.By.Account },
            LastCollectionFile = Math.Max(LastCollectionFile, file.Number),
        };
    }

    private CollectorFiles Of(GinLineId line) => this with { Revision = Revision + 1, Gin = line.Gin, Line = line.Number, Taken = null };

    public FileKeyView ToKeyView(GinLineId line, string key) => new()
    {
        Line = line,
        Number = KeyNumber,
        IssuedAt = KeyIssuedAt!.Value,
        Key = string.Create(CultureInfo.InvariantCulture, $"{line}.{KeyNumber}.{key}"),
    };

    public CollectorFilesView ToView(GinLineId line) => new()
    {
        Line = line,
        KeyNumber = KeyNumber,
        Key = Key,
        KeyIssuedAt = KeyIssuedAt,
        LastCardFile = LastCardFile?.Number ?? 0,
        CardFileExportedAt = LastCardFile?.ExportedAt,
        LastCollectionFile = LastCollectionFile,
    };
}
