using System.Text.Json;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>Reads bound ranges and what was given out, as the server sends them, into spans.</summary>
internal sealed class CodeRangeReader(CodeRegister register)
{
    // The codes of a batch come as one text: a million rows of their own would take three times as long to send and to read. Those with
    // frozen parts, which are few, come one by one.
    private const string Ranges = """
        with r as not materialized (select * from code_ranges where $1::text is null or (enterprise = $1 and batch = any ($2)))
        select r.enterprise, r.batch, r.checked, r.length, string_agg(r.start_code || r.end_code, ''), null
        from r where isempty(r.frozen) group by r.enterprise, r.batch, r.checked, r.length
        union all
        select r.enterprise, r.batch, r.checked, r.length, r.start_code || r.end_code, lookup_frozen(r) from r where not isempty(r.frozen)
        """;

    private const string Runs = """
        select enterprise, start_code, end_code, checked from code_allocations where $1::text is null or enterprise = $1
        """;

    /// <summary>The ranges of some batches of an enterprise, or of everybody without one.</summary>
    public async Task<CodeSpans> ReadBound(
        NpgsqlConnection connection, string? enterprise, string[] batches, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Ranges, connection) { CommandTimeout = 0 };
        command.AddText(enterprise);
        command.Parameters.Add(new() { Value = batches });
        var spans = new CodeSpans();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) Add(spans, reader);
        return spans;
    }

    /// <summary>What an enterprise, or everybody, was given, as spans of a batch without a number.</summary>
    public async Task<CodeSpans> ReadAllocated(NpgsqlConnection connection, string? enterprise, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Runs, connection) { CommandTimeout = 0 };
        command.AddText(enterprise);
        var spans = new CodeSpans();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            spans.Add(
                Code(reader.GetString(1)), Code(reader.GetString(2)), register.NumberOf(reader.GetString(0), ""), reader.GetBoolean(3), []);
        return spans;
    }

    private void Add(CodeSpans spans, NpgsqlDataReader row)
    {
        var batch = register.NumberOf(row.GetString(0), row.GetString(1));
        var (isChecked, length, codes) = (row.GetBoolean(2), row.GetInt32(3), row.GetString(4));
        var frozen = row.IsDBNull(5) ? [] : Frozen(row.GetString(5));
        for (var at = 0; at < codes.Length; at += 2 * length)
            spans.Add(Code(codes.AsSpan(at, length)), Code(codes.AsSpan(at + length, length)), batch, isChecked, frozen);
    }

    private List<FrozenPart> Frozen(string parts)
    {
        using var document = JsonDocument.Parse(parts);
        return
        [
            .. document.RootElement.EnumerateArray().Select(part => new FrozenPart(
                Code(part.GetProperty("start").GetString()!).Value,
                Code(part.GetProperty("end").GetString()!).Value,
                register.NumberOfNotice(part.GetProperty("reason").GetString() ?? ""))),
        ];
    }

    private static CodeValue Code(ReadOnlySpan<char> digits) =>
        CodeValue.TryParse(digits, out var code) ? code : throw new FormatException($"'{digits}' is no identity code.");
}
