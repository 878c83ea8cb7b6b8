using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.SeasonGeneration;

/// <summary>
/// Makes a whole season in an empty database, quickly: set-based SQL into the very tables that the product writes, the records with
/// their hash chains, the derived tables as their triggers would have filled them. It follows from the size and its seed alone, but
/// for the ciphers of personal data. Nothing else may use the database meanwhile.
/// </summary>
public sealed class SeasonGenerator(NpgsqlDataSource database, IPersonalData personal, Action<string, TimeSpan> done)
{
    // Without their triggers, and the indexes made once over all rows: the steps below say what the triggers would have said.
    private const string AsBulk = """
        set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
        set maintenance_work_mem = '512MB'; set jit = off;
        """;

    private static readonly string[] Referred = ["weigh_tickets", "trace_cards", "card_progress"];
    private static readonly string[] ReferredByNone = ["bales", "inspections", "grain_history"];

    public async Task Generate(SeasonSize size, CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
            await Plan(connection, size, cancellationToken);
        await Task.WhenAll(Bulk(Pressed, cancellationToken), Bulk(Delivered, cancellationToken));
        await Bulk(Close, cancellationToken);
    }

    private async Task Plan(NpgsqlConnection connection, SeasonSize size, CancellationToken cancellationToken)
    {
        if (await Ask(connection, "select exists (select from weigh_tickets) or exists (select from growers)", cancellationToken) is true)
            throw new InvalidOperationException("A season is made in an empty database only.");
        await Run(connection, "1-staging", cancellationToken, Settings(size));
        await Timed("plan", () => new Staging(connection, personal, size).Fill(SeasonPlan.Of(size), cancellationToken));
        foreach (var table in ReferredByNone) await PutAside(connection, table, withKey: true, cancellationToken);
        foreach (var table in Referred) await PutAside(connection, table, withKey: false, cancellationToken);
        await Run(connection, "2-growers", cancellationToken);
        await Execute(connection, AsBulk, cancellationToken);
        foreach (var step in (string[])["3-plan", "4-bales", "5-tickets"]) await Run(connection, step, cancellationToken);
        await Execute(connection, "reset all", cancellationToken);
    }

    /// <summary>What the lines made; beside it, on the other connection, what was delivered to them.</summary>
    private async Task Pressed(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await Restore(connection, "bales", cancellationToken);
        await Run(connection, "7-lines", cancellationToken);
        await Run(connection, "8-inspections", cancellationToken);
        await Restore(connection, "inspections", cancellationToken);
    }

    private async Task Delivered(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var step in (string[])["5a-ticket-records", "6-cards", "6a-card-records"]) await Run(connection, step, cancellationToken);
        foreach (var table in (string[])[.. Referred, "grain_history"]) await Restore(connection, table, cancellationToken);
    }

    private async Task Close(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await Run(connection, "9-finish", cancellationToken);
        await Timed("vacuum", () => Execute(connection, "vacuum (analyze)", cancellationToken));
    }

    private async Task Bulk(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await Execute(connection, AsBulk, cancellationToken);
        await work(connection, cancellationToken);
        // The pool hands the connection on, and the next one must find its triggers at work.
        await Execute(connection, "reset all", cancellationToken);
    }

    private async Task Run(NpgsqlConnection connection, string step, CancellationToken cancellationToken, string before = "")
    {
        await using var stream = typeof(SeasonGenerator).Assembly.GetManifestResourceStream($"{step}.sql")!;
        using var reader = new StreamReader(stream);
        var sql = before + await reader.ReadToEndAsync(cancellationToken);
        await Timed(step[(step.IndexOf('-', StringComparison.Ordinal) + 1)..], () => Execute(connection, sql, cancellationToken));
    }

    private Task Restore(NpgsqlConnection connection, string table, CancellationToken cancellationToken) =>
        Timed($"indexes of {table}", () => Execute(connection, $"call season_bulk.restore('{table}')", cancellationToken));

    private static Task PutAside(NpgsqlConnection connection, string table, bool withKey, CancellationToken cancellationToken) =>
        Execute(connection, $"call season_bulk.put_aside('{table}', {withKey})", cancellationToken);

    private async Task Timed(string what, Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        done(what, Stopwatch.GetElapsedTime(since));
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string Settings(SeasonSize size) => string.Create(CultureInfo.InvariantCulture, $"""
        create schema season_bulk;
        create function season_bulk.season() returns int language sql immutable parallel safe return {size.Season};
        create function season_bulk.seed() returns bigint language sql immutable parallel safe return {size.Seed * 1000}::bigint;
        create function season_bulk.starts() returns timestamptz language sql stable parallel safe return timestamptz '{size.Starts:O}';
        create function season_bulk.ends() returns timestamptz language sql stable parallel safe return timestamptz '{size.Now:O}';
        create function season_bulk.longest_wait() returns interval language sql immutable parallel safe
            return interval '{size.LongestWait.TotalSeconds:0} seconds';

        """);
}
