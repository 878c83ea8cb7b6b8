using System.Text.Json;
using Npgsql;
using Suyuan.Common;

namespace Suyuan.Lookup;

/// <summary>Reads bound ranges and what was given out, row by row as the server sends them, into spans.</summary>
internal sealed class CodeRangeReader(CodeRegister register)
{
    // Straight from the table: a million rows are not gathered first, and the function is called for the few that are frozen.
    private const string Ranges = """
        select r.enterprise, r.batch, r.start_code, r.end_code, r.checked, case when not isempty(r.frozen) then lookup_frozen(r) end
        from code_ranges r
        """;

    private const string OfSome = " where r.enterprise = $1 and r.batch = any ($2)";

    private const string Runs = """
        select enterprise, start_code, end_code, checked from code_allocations where $1::text is null or enterprise = $1
        """;

    /// <summary>The ranges of some batches of an enterprise, or of everybody without one.</summary>
    public async Task<CodeSpans> ReadBound(
        NpgsqlConnection connection, string? enterprise, string[] batches, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(enterprise is null ? Ranges : Ranges + OfSome, connection) { CommandTimeout = 0 };
        if (enterprise is not null)
        {
            command.AddText(enterprise);
            command.Parameters.Add(new() { Value = batches });
        }

        var spans = new CodeSpans();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var batch = register.NumberOf(reader.GetString(0), reader.GetString(1));
            var frozen = reader.IsDBNull(5) ? [] : Frozen(reader.GetString(5));
            spans.Add(Code(reader.GetString(2)), Code(reader.GetString(3)), batch, reader.GetBoolean(4), frozen);
        }

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

    private static CodeValue Code(string digits) =>
        CodeValue.TryParse(digits, out var code) ? code : throw new FormatException($"'{digits}' is no identity code.");
}
