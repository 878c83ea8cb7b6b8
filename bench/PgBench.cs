using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Suyuan.Bench;

/// <summary>The baseline: pgbench committing single-row inserts of about a bale's size on the node's own server.</summary>
internal sealed partial class PgBench(string folder)
{
    private const int Clients = 32;
    private const string Role = "suyuan";
    private const string Database = "suyuan_bench";

    private const string Insert = """
        \set line random(1, 64)
        insert into baseline_bales (line, card, gross_kg, regain_pct, pressed_at, content)
        values (:line, '65001260000000110000', 227.3, 6.2, now(),
            '{"kind":"bale","barcode":"32650012611210100000000001100001","grossKg":227.3}');
        """;

    // As the node does: a socket that only root and the server's user may enter.
    private string Socket => File.Exists(Path.Combine(folder, "postgres-folder"))
        ? File.ReadAllText(Path.Combine(folder, "postgres-folder")).Trim()
        : Path.Combine(folder, "postgres");

    /// <summary>
    /// Once, with the node running; the room for our clients beside its pool is there from the next start of the server on.
    /// </summary>
    public async Task Prepare(CancellationToken cancellationToken)
    {
        await Psql("postgres", "alter system set max_connections = 200", cancellationToken);
        await Psql("postgres", $"create database {Database}", cancellationToken);
        await Psql(
            Database,
            "create table baseline_bales (id bigserial primary key, line int not null, card text not null, gross_kg numeric not null, "
            + "regain_pct numeric not null, pressed_at timestamptz not null, content jsonb not null)",
            cancellationToken);
    }

    /// <summary>Commits a second.</summary>
    public async Task<double> Run(TimeSpan time, CancellationToken cancellationToken)
    {
        var script = Path.Combine(folder, "insert.sql");
        await File.WriteAllTextAsync(script, Insert, cancellationToken);
        var seconds = ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var output = await RunProgram(
            "pgbench",
            ["-h", Socket, "-U", Role, "-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", seconds, "-f", script, Database],
            cancellationToken);
        return TransactionsPerSecond().Match(output) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new BenchException($"pgbench said something else than expected:{Environment.NewLine}{output}");
    }

    /// <summary>The other baseline: rows of a file copied into a table with the same columns and key. The seconds it took.</summary>
    public async Task<double> Copy(string table, string columns, string file, CancellationToken cancellationToken)
    {
        await Psql(Database, $"create table {table} ({columns})", cancellationToken);
        var since = Stopwatch.GetTimestamp();
        await Psql(Database, $"\\copy {table} from '{file}' with (format csv)", cancellationToken);
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private Task<string> Psql(string database, string sql, CancellationToken cancellationToken) =>
        RunProgram("psql", ["-h", Socket, "-U", Role, "-q", "-v", "ON_ERROR_STOP=1", "-c", sql, database], cancellationToken);

    private static async Task<string> RunProgram(string name, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find(name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? await output : throw new BenchException($"{name} failed: {await errors}");
    }

    private static string Find(string name)
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(major => $"{major}/bin")
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.OrderDescending().Concat(path).Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists)
            ?? throw new BenchException($"The baseline needs {name} (Debian: apt-get install postgresql).");
    }

    [GeneratedRegex(@"tps = ([0-9.]+) \(without initial")]
    private static partial Regex TransactionsPerSecond();
}
