using System.Collections.Concurrent;

namespace Suyuan.Samples;

/// <summary>What every step of the loading works with.</summary>
internal sealed class Loading(HttpClient http, DemoAccounts accounts, SampleTimes times)
{
    public const int Parallelism = 16;

    private readonly ConcurrentDictionary<string, Lazy<Task<Api>>> signedIn = new(StringComparer.Ordinal);

    public HttpClient Http => http;

    public DemoAccounts Accounts => accounts;

    public SampleTimes Times => times;

    public int Season => times.Season;

    public IReadOnlyList<SampleGrower> Roster { get; } = SampleRoster.Create();

    public IReadOnlyList<SampleUnit> Units => units ??= SampleUnits.Create(Roster);

    public IReadOnlyList<SampleTicket> Tickets => tickets ??= SampleTickets.Create(Roster, Units, times);

    private IReadOnlyList<SampleUnit>? units;
    private IReadOnlyList<SampleTicket>? tickets;

    /// <summary>The API as an account sees it; each account signs in once.</summary>
    public Task<Api> As(string userName, CancellationToken cancellationToken) => signedIn
        .GetOrAdd(userName, name => new(() => new Api(http).SignIn(name, accounts[name].Password, cancellationToken)))
        .Value;

    public static Task Each<T>(IEnumerable<T> items, Func<T, CancellationToken, ValueTask> load, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(items,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken }, load);
}
