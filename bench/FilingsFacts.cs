using System.Text.Json;
using Npgsql;

namespace Suyuan.Bench;

/// <summary>Of whom generated filings are asked: an enterprise of the largest county, and names, codes and certificates of many.</summary>
internal sealed record FilingsFacts
{
    private const string Sql = """
        with chosen as (select * from filings f where f.county = $1 order by hashtext(f.id) limit 60)
        select jsonb_build_object(
            'enterprise', (select enterprise from chosen where kind = 'enterprise' order by id limit 1),
            'ids', (select jsonb_agg(id) from chosen where state = 'issued'),
            'names', (select jsonb_agg(distinct enterprise_name) from chosen),
            'codes', (select jsonb_agg(distinct enterprise) from chosen),
            'certificates', (select jsonb_agg(certificate) from chosen where certificate is not null))::text
        """;

    public required string Enterprise { get; init; }
    public required string[] Ids { get; init; }
    public required string[] Names { get; init; }
    public required string[] Codes { get; init; }
    public required string[] Certificates { get; init; }

    public static async Task<FilingsFacts> Of(NpgsqlDataSource database, string county, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = county });
        var document = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        return JsonSerializer.Deserialize<FilingsFacts>(document, Common.SuyuanJson.Options)!;
    }
}
