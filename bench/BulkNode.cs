using Npgsql;
using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>A node on facts that were made in bulk: who asks it, and its database for what is asked about.</summary>
internal abstract class BulkNode(BenchNode node, NodeDatabase database) : IAsyncDisposable
{
    public BenchCallers Callers { get; } = new(node.Address);

    public NpgsqlDataSource Database => database.Source;

    public async ValueTask DisposeAsync()
    {
        Callers.Dispose();
        await node.DisposeAsync();
        await database.DisposeAsync();
    }
}
