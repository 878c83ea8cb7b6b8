using Suyuan.Lookup.Tests;
using Suyuan.Reliability.Tests;

namespace Suyuan.Browser.Tests;

/// <summary>A node, a browser, and what there is to look up; made once for all tests.</summary>
public sealed class ConsumerWorld : IAsyncLifetime
{
    private Chromium? chromium;

    public NodeApp Node { get; } = new();

    /// <summary>Open to consumers as far as the sample is.</summary>
    internal Farm Orchard { get; private set; } = null!;

    /// <summary>Opens nothing of its site; of a batch, what a test opens.</summary>
    internal Farm Neighbour { get; private set; } = null!;

    internal PublicPages Pages { get; private set; } = null!;

    internal byte[] Film { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var starting = Chromium.Start();
        await Node.Start();
        var farms = await Farm.Create(Node, Farm.Orchard, Farm.Neighbour);
        (Orchard, Neighbour) = (farms[0], farms[1]);
        chromium = await starting;
        Film = await Tests.Film.Record(chromium.Browser);
        Pages = await PublicPages.Create(this);
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        await Node.DisposeAsync();
    }

    /// <summary>Somebody looks again and again, from a phone that nobody counts, until what is there is right.</summary>
    internal async Task Until(string path, Func<Visit, Task<bool>> right, TimeSpan? within = null)
    {
        await using var visit = await Visit(new() { IsRobot = true });
        await Until(visit, path, () => right(visit), within);
    }

    internal static Task Until(Visit visit, string path, Func<Task<bool>> right, TimeSpan? within = null) => LookupApp.Until(
        async () =>
        {
            await visit.Open(path);
            return await right();
        },
        within);

    internal Task<Visit> Visit(Guest? guest = null) => Tests.Visit.Begin(chromium!.Browser, Node.Address, guest ?? new());
}

/// <summary>One node and one browser a run.</summary>
[CollectionDefinition(Name)]
public sealed class ConsumerCollection : ICollectionFixture<ConsumerWorld>
{
    public const string Name = "consumers";
}
