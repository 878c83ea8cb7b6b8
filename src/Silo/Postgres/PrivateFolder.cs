using System.Security.Cryptography;
using System.Text;
using Suyuan.Silo.Hosting;

namespace Suyuan.Silo.Postgres;

/// <summary>Where the private PostgreSQL keeps its cluster and its socket.</summary>
internal sealed record PrivateFolder(string Data, string Home, UnprivilegedUser User)
{
    // A Unix socket's path has 108 bytes, of which PostgreSQL takes these for the name of the file.
    private const int LongestSocketFolder = 107 - 16;

    private const string ElsewhereFile = "postgres-folder";

    public string Cluster => Path.Combine(Home, "cluster");

    public string Log => Path.Combine(Home, "postgres.log");

    public bool IsElsewhere => !Home.StartsWith(Data, StringComparison.Ordinal);

    /// <summary>The same for every node of this data folder, and known before the server runs.</summary>
    public string Socket { get; } = Encoding.UTF8.GetByteCount(Home) <= LongestSocketFolder
        ? Home
        : Path.Combine(Path.GetTempPath(), $"suyuan-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Home)))[..16]}");

    public static async Task<PrivateFolder> Prepare(string data, CancellationToken cancellationToken)
    {
        data = Path.GetFullPath(data);
        Directory.CreateDirectory(data);
        var user = await UnprivilegedUser.Choose(cancellationToken);
        var folder = new PrivateFolder(data, await HomeFor(data, user, cancellationToken), user);
        await user.Own(folder.Home, cancellationToken);
        if (folder.Socket != folder.Home) await user.Own(folder.Socket, cancellationToken);
        if (!await user.CanReach(folder.Home, cancellationToken))
            throw new NodeStartException(
                $"User {user.Name} cannot reach {folder.Home}. Choose a data folder that every user may pass through.");
        return folder;
    }

    /// <summary>
    /// In the data folder; but where the unprivileged user cannot pass through a parent (a checkout below /root), in a folder of
    /// /var/lib that a file in the data folder names, so that deleting the data folder still means starting anew.
    /// </summary>
    private static async Task<string> HomeFor(string data, UnprivilegedUser user, CancellationToken cancellationToken)
    {
        var named = Path.Combine(data, ElsewhereFile);
        if (File.Exists(named)) return (await File.ReadAllTextAsync(named, cancellationToken)).Trim();

        var home = Path.Combine(data, "postgres");
        if (await user.CanReach(data, cancellationToken)) return home;

        var elsewhere = $"/var/lib/suyuan/{Guid.NewGuid():N}";
        Directory.CreateDirectory(elsewhere);
        await File.WriteAllTextAsync(named, elsewhere, cancellationToken);
        return elsewhere;
    }
}
