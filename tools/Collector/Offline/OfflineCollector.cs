using System.Globalization;

namespace Suyuan.Collector;

/// <summary>
/// A model IV or V collector: a folder on the device holds its key, the card files it read and its journal, from which a start after a
/// crash or a loss of power makes the same state again.
/// </summary>
public sealed class OfflineCollector : IDisposable
{
    private const string KeyFile = "file-key";
    private const string JournalFile = "journal";
    private const string Imported = "import";
    private const string Collected = "collected";

    private readonly string folder;
    private readonly List<OfflineMessage> messages = [];
    private readonly Journal journal;

    private OfflineCollector(string folder, FileKey key)
    {
        (this.folder, Key) = (folder, key);
        journal = Journal.Open(Path.Combine(folder, JournalFile), Replay);
    }

    public FileKey Key { get; }

    public OfflineLine Line { get; } = new();

    /// <summary>Registers the device to the line of the key, or gives it the line's new key; what it recorded stays.</summary>
    public static void Register(string folder, FileKey key)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, KeyFile);
        if (File.Exists(path) && FileKey.Parse(File.ReadAllText(path)) is var known && (known.Gin, known.Line) != (key.Gin, key.Line))
            throw new CollectorException($"This device belongs to line {known.Line} of gin {known.Gin}.");
        DurableFile.Write(path, System.Text.Encoding.ASCII.GetBytes(key.ToString()), secret: true);
    }

    public static OfflineCollector Open(string folder)
    {
        var path = Path.Combine(folder, KeyFile);
        if (!File.Exists(path)) throw new CollectorException($"'{folder}' is no device; register it with its file key first.");
        try
        {
            return new(folder, FileKey.Parse(File.ReadAllText(path)));
        }
        catch (IOException inUse)
        {
            throw new CollectorException($"The device in '{folder}' is in use: {inUse.Message}", inUse);
        }
    }

    /// <summary>Reads a card file into the device, once; an older one than the last is refused.</summary>
    public void Import(string path)
    {
        var content = File.ReadAllBytes(path);
        var file = SealedFile.Read(content, "suyuan-card-file", Key);
        var number = int.Parse(file["fileNumber"], CultureInfo.InvariantCulture);
        if (number == Line.LastCardFile) return;
        if (number < Line.LastCardFile) throw new CollectorException($"Card file {number} is older than {Line.LastCardFile}, read before.");
        DurableFile.Write(CardFile(number), content);
        Append($"{Imported},{number}");
    }

    public OfflineRefusal? Scan(string card, int? delayBales = null) => Line.WhyNotScan(card, delayBales) ?? Record(
        new(Line.LastSequence + 1, "scan") { Card = card, DelayBales = Line.NeedsDelay ? delayBales : null });

    public void Press(LineMessage bale) => Record(OfflineMessage.Bale(bale));

    public OfflineRefusal? Finish() =>
        Line.InWork is null ? OfflineRefusal.NothingInWork : Record(new(Line.LastSequence + 1, "finish"));

    public OfflineRefusal? Reopen(string card) =>
        Line.WhyNotReopen(card) ?? Record(new(Line.LastSequence + 1, "reopen") { Card = card });

    /// <summary>Writes what the platform does not have yet, and tells the file; null when there is nothing.</summary>
    /// <param name="after">Instead: what comes after this sequence, for instance after a gap.</param>
    public string? Collect(string toFolder, DateTimeOffset madeAt, long? after = null)
    {
        var rows = messages.Where(message => message.Sequence > (after ?? Line.Delivered)).ToList();
        if (rows.Count == 0) return null;
        var number = Line.LastCollectionFile + 1;
        Append($"{Collected},{number}");
        var path = Path.Combine(
            toFolder, string.Create(CultureInfo.InvariantCulture, $"collected-{Key.Gin}-{Key.Line}-{number:0000}.csv"));
        Directory.CreateDirectory(toFolder);
        DurableFile.Write(path, CollectionFileWriter.Write(Key, number, madeAt, rows));
        return path;
    }

    public void Dispose() => journal.Dispose();

    private OfflineRefusal? Record(OfflineMessage message)
    {
        Append(message.ToString());
        return null;
    }

    private void Append(string entry)
    {
        journal.Append(entry);
        Replay(entry);
    }

    private void Replay(string entry)
    {
        var cells = entry.Split(',');
        if (cells[0] == Imported) ImportAgain(int.Parse(cells[1], CultureInfo.InvariantCulture));
        else if (cells[0] == Collected) Line.Collected(int.Parse(cells[1], CultureInfo.InvariantCulture));
        else
        {
            var message = OfflineMessage.Parse(entry);
            messages.Add(message);
            Line.Take(message);
        }
    }

    // Read again without its seal: it was verified when it came, perhaps under a key that has ended since.
    private void ImportAgain(int number) => Line.Import(SealedFile.Parse(File.ReadAllBytes(CardFile(number)), "suyuan-card-file"));

    private string CardFile(int number) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"cards-{number:0000}.csv"));
}
