using Npgsql;
using Orleans;
using Orleans.Runtime;
using Suyuan.Silo.Storage;

namespace Suyuan.Engine.Tests.Storage;

/// <summary>A database of its own with one kind, "thing", and storage over it.</summary>
[Collection(PostgresCollection.Name)]
public abstract class StorageTest(PostgresFixture postgres) : IAsyncLifetime
{
    protected const string Kind = "thing";

    protected NpgsqlDataSource Database { get; private set; } = null!;

    private protected GrainStateWriter Writer { get; private set; } = null!;

    private protected PostgresGrainStorage Storage { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Database = await postgres.Open();
        Writer = new(Database, new());
        Storage = new(Database, Writer);
        // A derived table with a rule across things, as a noun's file would make it.
        await Execute("""
            create table thing_names (key text primary key, name text not null constraint thing_name_taken unique);
            create function thing_written() returns trigger language plpgsql as $$
            begin
                delete from thing_names where key = new.key;
                if new.state is not null then
                    insert into thing_names values (new.key, new.state ->> 'name');
                end if;
                return null;
            end $$;
            select add_grain_kind('thing', after_write => 'thing_written');
            """);
    }

    public virtual async Task DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected async Task Execute(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<T?> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T answer ? answer : default;
    }

    protected static GrainId IdOf(string key) => GrainId.Create(Kind, key);

    protected static GrainState<Thing> New(string name) => new() { State = new() { Name = name } };

    protected Task Write(string key, GrainState<Thing> state) => Storage.WriteStateAsync(Kind, IdOf(key), state);

    protected async Task<GrainState<Thing>> Read(string key)
    {
        var state = new GrainState<Thing>();
        await Storage.ReadStateAsync(Kind, IdOf(key), state);
        return state;
    }

    public sealed record Thing
    {
        public string Name { get; init; } = "";

        public DayOfWeek Day { get; init; } = DayOfWeek.Monday;
    }
}
