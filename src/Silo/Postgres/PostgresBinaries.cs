using System.Globalization;
using System.Text.RegularExpressions;
using Suyuan.Silo.Hosting;

namespace Suyuan.Silo.Postgres;

/// <summary>An installed PostgreSQL: the folder of its programs and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 14;

    private static readonly string[] Programs = ["initdb", "postgres", "pg_ctl"];

    private static readonly string[] UsualPlaces =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin", "/Applications/Postgres.app/Contents/Versions/*/bin",
    ];

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Control => Path.Combine(Folder, "pg_ctl");

    /// <summary>The newest one, or of the major version that an existing cluster was made with.</summary>
    public static async Task<PostgresBinaries> Find(int? major, CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in Candidates().Where(HasPrograms).Distinct(StringComparer.Ordinal))
        {
            if (await MajorOf(folder, cancellationToken) is { } version) found.Add(new(folder, version));
        }

        var usable = found.Where(binaries => major is null ? binaries.Major >= Oldest : binaries.Major == major);
        return usable.MaxBy(binaries => binaries.Major)
            ?? throw new NodeStartException(major is null
                ? $"No PostgreSQL {Oldest} or newer is installed. Install it (Debian: apt-get install postgresql), or name the " +
                  "folder of initdb and postgres in SUYUAN_POSTGRES_BIN, or name a server in ConnectionStrings:Suyuan."
                : $"The private database was made by PostgreSQL {major}, which is not installed any more. Install it again, or move the " +
                  "data with pg_dump.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("SUYUAN_POSTGRES_BIN") is { Length: > 0 } chosen) return [chosen];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return path.Concat(UsualPlaces.SelectMany(Expand));
    }

    /// <summary>A place holds at most one folder name with a star.</summary>
    private static IEnumerable<string> Expand(string place)
    {
        if (!place.Contains('*', StringComparison.Ordinal)) return [place];
        var parts = place.Split('/');
        var star = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        var parent = string.Join('/', parts[..star]);
        if (!Directory.Exists(parent)) return [];
        return Directory.EnumerateDirectories(parent, parts[star]).Select(folder => Path.Combine([folder, .. parts[(star + 1)..]]));
    }

    private static bool HasPrograms(string folder) =>
        Programs.All(program => File.Exists(Path.Combine(folder, program)));

    private static async Task<int?> MajorOf(string folder, CancellationToken cancellationToken)
    {
        var answer = await Program.Run([Path.Combine(folder, "postgres"), "--version"], folder, cancellationToken);
        return answer.Succeeded && Version().Match(answer.Output) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"\b(\d+)(\.|devel|beta|rc)")]
    private static partial Regex Version();
}
