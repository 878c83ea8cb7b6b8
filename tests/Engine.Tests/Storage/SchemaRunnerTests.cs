using Npgsql;
using Suyuan.Silo.Hosting;
using Suyuan.Silo.Schema;

namespace Suyuan.Engine.Tests.Storage;

[Collection(PostgresCollection.Name)]
public sealed class SchemaRunnerTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly SchemaFile First = new(1, "0001-first.sql", "create table first (id int); insert into first values (1);");
    private static readonly SchemaFile Third = new(3, "0003-third.sql", "insert into first values (3);");

    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync() => database = await postgres.Open(empty: true);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Applying_again_changes_nothing()
    {
        await Apply(First, Third);
        await Apply(First, Third);

        Assert.Equal(new[] { 1, 3 }, await Rows());
    }

    [Fact]
    public async Task Nodes_that_start_together_apply_each_file_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Apply(First, Third)));

        Assert.Equal(new[] { 1, 3 }, await Rows());
    }

    [Fact]
    public async Task Changed_file_is_refused()
    {
        await Apply(First);

        var refused = await Assert.ThrowsAsync<NodeStartException>(() => Apply(First with { Sql = First.Sql + " " }));

        Assert.Contains("0001-first.sql was changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newer_database_is_refused()
    {
        await Apply(First, Third);

        var refused = await Assert.ThrowsAsync<NodeStartException>(() => Apply(First));

        Assert.Contains("newer than this node", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_with_a_number_already_passed_is_refused()
    {
        await Apply(First, Third);

        await Assert.ThrowsAsync<NodeStartException>(() => Apply(First, new(2, "0002-late.sql", "select 1"), Third));
    }

    [Fact]
    public async Task Failing_file_leaves_the_database_as_it_was()
    {
        await Apply(First);

        var refused = await Assert.ThrowsAsync<NodeStartException>(() => Apply(First, Third, new(4, "0004-wrong.sql", "select nonsense")));

        Assert.Contains("0004-wrong.sql failed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new[] { 1 }, await Rows());
    }

    [Fact]
    public async Task Embedded_files_make_an_empty_database_ready()
    {
        await new SchemaRunner(database).Apply(CancellationToken.None);
        await new SchemaRunner(database).Apply(CancellationToken.None);

        await using var command = database.CreateCommand("select count(*) from schema_files");
        Assert.Equal((long)SchemaFile.Embedded().Count, await command.ExecuteScalarAsync());
    }

    private Task Apply(params SchemaFile[] files) => new SchemaRunner(database, files).Apply(CancellationToken.None);

    private async Task<int[]> Rows()
    {
        await using var command = database.CreateCommand("select coalesce(array_agg(id order by id), '{}') from first");
        return (int[])(await command.ExecuteScalarAsync())!;
    }
}
