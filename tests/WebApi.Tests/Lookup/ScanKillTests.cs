using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Suyuan.Common.Tests;
using Suyuan.Reliability.Tests;

namespace Suyuan.Lookup.Tests;

public sealed class ScanKillTests
{
    private const int Clients = 100;
    private const int Codes = 100;
    private const string Enterprise = "91330100799655058B";

    // A batch that is bound, as the triggers of its records would have written it.
    private const string Given = $"""
        set session_replication_role = replica;
        insert into enterprises values ('{Enterprise}', '果业', '652901', now());
        insert into batches (enterprise, number, state, product_filing, product, category, zone, plots, records, harvests, violated, opened_at,
            revision, changed_at)
        values ('{Enterprise}', '2026030100001', 'running', repeat('a', 20), '苹果', 'fruit', repeat('b', 20), array[]::text[], 0, 0, false, now(), 1, now());
        insert into grain_state (kind, key, version, state, changed_at, hash)
        values ('batch', 'batch-{Enterprise}-2026030100001', 1, jsonb_build_object('stages', '[]'::jsonb, 'harvests', '[]'::jsonb), now(), '');
        reset session_replication_role;
        insert into code_ranges (enterprise, id, batch, length, span, start_code, end_code, checked, codes, bound_at, bound_by, revision, changed_at)
        values ('{Enterprise}', 'r', '2026030100001', 12, code_span('659001000000', '659001000099'), '659001000000', '659001000099', false, 100, now(),
            'test', 1, now());
        select touch_lookup('{Enterprise}', '2026030100001')
        """;

    [Fact]
    public async Task A_node_that_is_killed_loses_no_look_up_but_those_of_its_last_second_and_counts_none_twice_LK2()
    {
        await using var node = new NodeApp();
        await node.Start();
        await node.ReachDatabase();
        await Do(node, Given);
        var first = Enumerable.Range(0, Codes / 2).ToArray();
        using (var client = node.NewClient())
            await LookupApp.Until(async () => (await client.SendAsync(HttpMethod.Get, Path(0), null, ("User-Agent", "bot"))).IsSuccessStatusCode);

        // Half of it is answered and stored; then the node is killed in the middle of the other half.
        await LookUp(node, first);
        await LookupApp.Until(async () => await Stored(node) == Clients * Codes / 2);
        var rest = LookUpUntilKilled(node, Codes / 2, out var sent, out var answeredAt);
        await LookupApp.Until(() => Task.FromResult(sent.Count > Clients * Codes / 4));
        var killedAt = TimeProvider.System.GetTimestamp();
        await node.Kill();
        await rest;
        await node.Start();

        var stored = await Stored(node);
        var old = answeredAt.Count(at => at < killedAt && TimeProvider.System.GetElapsedTime(at, killedAt) > TimeSpan.FromSeconds(1));
        Assert.InRange(stored, (Clients * Codes / 2) + old, (Clients * Codes / 2) + sent.Count);
        foreach (var code in first) Assert.Equal(Clients, await CountOf(node, code));

        // The node goes on from what is stored: nothing is forgotten by the next start and nothing is doubled.
        await LookUp(node, [Codes - 1], "later");
        await LookupApp.Until(async () => await Stored(node) == stored + Clients);
    }

    private static string Path(int code) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/lookups/659001{code:000000}");

    private static Task LookUp(NodeApp node, int[] codes, string kind = "client") =>
        Parallel.ForEachAsync(Enumerable.Range(0, Clients), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (client, stop) =>
        {
            using var http = node.NewClient();
            foreach (var code in codes)
                await (await http.SendAsync(HttpMethod.Get, Path(code), null, ("User-Agent", $"{kind}-{client}"))).ShouldBe(HttpStatus.Ok);
        });

    private static Task LookUpUntilKilled(NodeApp node, int from, out ConcurrentBag<int> sent, out ConcurrentBag<long> answeredAt)
    {
        var (counted, answered) = (sent = [], answeredAt = []);
        return Parallel.ForEachAsync(Enumerable.Range(0, Clients), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (client, stop) =>
        {
            using var http = node.NewClient();
            for (var code = from; code < Codes - 1; code++)
            {
                counted.Add(code);
                try
                {
                    await http.SendAsync(HttpMethod.Get, Path(code), null, ("User-Agent", $"client-{client}"));
                    answered.Add(TimeProvider.System.GetTimestamp());
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        });
    }

    private static Task<long> Stored(NodeApp node) => Ask(node, "select coalesce(sum(scans), 0)::bigint from code_scans");

    private static Task<long> CountOf(NodeApp node, int code) =>
        Ask(node, string.Create(CultureInfo.InvariantCulture, $"select scans from code_scans where code = '659001{code:000000}'"));

    private static async Task<long> Ask(NodeApp node, string sql)
    {
        await using var command = new NpgsqlCommand(sql, node.Session);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task Do(NodeApp node, string sql)
    {
        await using var command = new NpgsqlCommand(sql, node.Session);
        await command.ExecuteNonQueryAsync();
    }
}
