using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common.Tests;

namespace Suyuan.Privacy.Tests;

/// <summary>SC2: whoever comes by the database or a dump of it reads no number of a person, neither in the records nor in their history.</summary>
[Collection(SampleWorldCollection.Name)]
public sealed class KeptPrivacyTests(SampleWorld world)
{
    private const string Tables = """
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname = 'public' order by 1
        """;

    [Fact]
    public async Task No_number_of_a_person_is_in_clear_in_any_row_of_any_table_SC2()
    {
        var database = world.App.Services.GetRequiredService<NpgsqlDataSource>();
        var numbers = new PersonalSearch(PersonalValues.Numbers);
        var (rows, findings) = (0, new List<string>());
        foreach (var table in await Texts(database, Tables))
        {
            // A row as a dump writes it; bytes are in hexadecimal there, and are searched so.
            foreach (var row in await Texts(database, $"select t::text from {table} t"))
            {
                rows++;
                findings.AddRange(numbers.Find(row).Select(value => $"{table}: {value}"));
            }
        }

        Assert.True(rows > 10_000, $"{rows} rows");
        Assert.True(findings.Count == 0, string.Join('\n', findings.Distinct().Take(40)));
    }

    private static async Task<List<string>> Texts(NpgsqlDataSource database, string sql)
    {
        var texts = new List<string>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }
}
