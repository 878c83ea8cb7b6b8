using System.Security.Cryptography;
using System.Text;

namespace Suyuan.Collector;

/// <summary>
/// An append-only file of lines, each on the disk before it counts. Each carries a short check of itself and all before it, so that a
/// line cut short by a loss of power is known for what it is and dropped at the next start.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int CheckLength = 8;

    private readonly FileStream file;
    private string chain = "";

    private Journal(FileStream file) => this.file = file;

    /// <summary>Opens the journal for one writer; a second one is refused by the system.</summary>
    public static Journal Open(string path, Action<string> replay)
    {
        var journal = new Journal(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            journal.Replay(replay);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    public void Append(string entry)
    {
        chain = Check(entry);
        file.Write(Encoding.ASCII.GetBytes($"{entry} {chain}\n"));
        file.Flush(flushToDisk: true);
    }

    public void Dispose() => file.Dispose();

    private void Replay(Action<string> replay)
    {
        using var reader = new StreamReader(file, Encoding.ASCII, leaveOpen: true);
        var text = reader.ReadToEnd();
        var whole = 0;
        for (int end; (end = text.IndexOf('\n', whole)) >= 0; whole = end + 1)
        {
            var line = text[whole..end];
            var entry = line.Length > CheckLength ? line[..^(CheckLength + 1)] : "";
            if (entry.Length == 0 || Check(entry) is var check && line[^CheckLength..] != check) break;
            chain = Check(entry);
            replay(entry);
        }

        file.SetLength(whole);
        file.Position = whole;
    }

    private string Check(string entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{chain} {entry}")))[..CheckLength];
}
