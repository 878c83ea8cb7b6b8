using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suyuan.Common.Tests;
using Suyuan.Samples;
using Suyuan.Samples.Enterprises;

namespace Suyuan.Privacy.Tests;

/// <summary>
/// The samples as ./run loads them, in an application of their own whose log is kept; and then everything published that can be.
/// </summary>
public sealed class SampleWorld : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("suyuan-samples-").FullName;

    public SampleWorld() => App = new()
    {
        Own = services => services.AddSingleton<ILoggerProvider>(Log),
        // The levels of the product, but for its own words, of which nothing is left out. They are kept here and not printed.
        Settings = new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information", ["Logging:LogLevel:Suyuan"] = "Trace", ["Logging:LogLevel:Npgsql"] = "Debug",
            ["Logging:Console:LogLevel:Default"] = "None",
        },
    };

    public SuyuanApp App { get; }

    internal LogCapture Log { get; } = new();

    internal Loading Loading { get; private set; } = null!;

    /// <summary>What anybody could read before everything was published, and after.</summary>
    internal IReadOnlyList<PublicAnswer> AsLoaded { get; private set; } = [];

    internal IReadOnlyList<PublicAnswer> AllPublished { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        var http = App.NewClient();
        var accounts = DemoAccounts.Open(folder);
        accounts.Add(SampleAccounts.PlatformAccount.ToDemo() with { Password = TestApp.PlatformPassword });
        Loading = new(http, accounts, new(TimeProvider.System.GetUtcNow()));
        await SampleSeason.Load(Loading, CancellationToken.None);
        var doors = await PublicDoors.Find(this);
        AsLoaded = await doors.ReadAll();
        foreach (var enterprise in SampleEnterprise.All) await PublishEverything(enterprise);
        AllPublished = await doors.ReadAll();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A client signed in with a sample account.</summary>
    public Task<HttpClient> As(string userName) => App.SignIn(userName, Loading.Accounts[userName].Password);

    internal Task<Api> Api(string userName) => Loading.As(userName, CancellationToken.None);

    private async Task PublishEverything(SampleEnterprise enterprise)
    {
        var administrator = await Api(enterprise.Administrator);
        var path = $"enterprises/{enterprise.CreditCode}";
        foreach (var node in await administrator.List($"{path}/publication/pending", CancellationToken.None))
        {
            var items = node.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("records").GetInt32() > 0)
                .Select(item => item.GetProperty("item").GetString()).ToList();
            var tree = node.TryGetProperty("batch", out var batch) && batch.ValueKind is JsonValueKind.String
                ? $"{path}/batches/{batch}/publication"
                : $"{path}/publication";
            if (items.Count > 0) await administrator.Put($"{tree}/items", new { items }, CancellationToken.None);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class SampleWorldCollection : ICollectionFixture<SampleWorld>
{
    public const string Name = "samples";
}
