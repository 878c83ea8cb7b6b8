using Suyuan.Silo.Hosting;

namespace Suyuan.Bench;

/// <summary>A node on generated filings: a regulator of the largest county, of its province and of everything, and an enterprise.</summary>
internal sealed class FilingsNode : BulkNode
{
    private const string County = "330110";
    private const string Province = "330000";

    private FilingsNode(BenchNode node, NodeDatabase database, FilingsFacts facts) : base(node, database) => Facts = facts;

    public FilingsFacts Facts { get; }

    public static async Task<FilingsNode> Start(string folder, int filings, CancellationToken cancellationToken)
    {
        await BulkFacts.Make(folder, "filings.sql", ("{filings}", filings), "filings", cancellationToken);
        var node = await BenchNode.Start(folder, cancellationToken);
        var database = await BulkFacts.Open(folder, cancellationToken);
        var started = new FilingsNode(node, database, await FilingsFacts.Of(database.Source, County, cancellationToken));
        await started.Callers.SignIn(
            [
                ("county", "regulator", County), ("province", "regulator", Province), ("ministry", "regulator", ""),
                ("enterprise", "recorder", started.Facts.Enterprise),
            ],
            cancellationToken);
        return started;
    }
}
