using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>A node on a generated season, and its callers signed in.</summary>
internal sealed class SeasonNode : IAsyncDisposable
{
    private readonly BenchNode node;
    private readonly NodeDatabase database;

    private SeasonNode(BenchNode node, NodeDatabase database, SeasonFacts facts) =>
        (this.node, this.database, Facts, Callers) = (node, database, facts, new(node.Address));

    public SeasonFacts Facts { get; }

    public BenchCallers Callers { get; }

    public NpgsqlDataSource Database => database.Source;

    public long MemoryBytes => node.MemoryBytes;

    public static async Task<SeasonNode> Start(string folder, CancellationToken cancellationToken)
    {
        var node = await BenchNode.Start(folder, cancellationToken);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
        var database = await NodeDatabase.Open(configuration, NullLogger.Instance, cancellationToken);
        var started = new SeasonNode(node, database, await SeasonFacts.Of(database, cancellationToken));
        var facts = started.Facts;
        await started.Callers.SignIn(
            [
                ("ginner", "ginner", facts.Gin), ("regiment", "regiment", facts.Regiment), ("company", "company", facts.Company),
                ("grower", "grower", facts.Grower), ("regulator", "regulator", facts.Division),
            ],
            cancellationToken);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        Callers.Dispose();
        await node.DisposeAsync();
        await database.DisposeAsync();
    }
}
