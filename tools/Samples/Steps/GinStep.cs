namespace Suyuan.Samples;

/// <summary>Two gins with two lines each, their verifiers, and a key for every collector.</summary>
internal static class GinStep
{
    public static readonly (string Gin, int Line, string Model)[] Lines =
    [
        ("65001", 1, "VI"), ("65001", 2, "IV"), ("65002", 1, "VI"), ("65002", 2, "V"),
    ];

    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        loading.Accounts.Add(SampleAccounts.Gins.SelectMany(Accounts));
        await Loading.Each(SampleAccounts.Gins, (gin, stop) => Register(loading, gin, stop), cancellationToken);
        foreach (var (gin, line, model) in Lines) await Equip(loading, gin, line, model, cancellationToken);
    }

    private static IEnumerable<DemoAccount> Accounts(string gin) =>
    [
        new(SampleAccounts.Ginner(gin), "", ["ginner"], SampleAccounts.GinName(gin), "棉花加工企业"),
        new(SampleAccounts.Verifier(gin), "", ["ginVerifier"], SampleAccounts.GinName(gin), "校验账号，仅用于再加工"),
    ];

    private static async ValueTask Register(Loading loading, string gin, CancellationToken cancellationToken)
    {
        var name = SampleAccounts.Ginner(gin);
        await new Api(loading.Http).Post(
            "gin-registrations",
            new { userName = name, loading.Accounts[name].Password, displayName = SampleAccounts.GinName(gin) },
            cancellationToken,
            "account/user-name-taken");
        var ginner = await loading.As(name, cancellationToken);
        await ginner.Put($"gins/{gin}/verifier", new { loading.Accounts[SampleAccounts.Verifier(gin)].Password }, cancellationToken);
    }

    private static async Task Equip(Loading loading, string gin, int line, string model, CancellationToken cancellationToken)
    {
        var ginner = await loading.As(SampleAccounts.Ginner(gin), cancellationToken);
        var path = $"gins/{gin}/lines/{line}";
        await ginner.Put(path, new { model }, cancellationToken);
        // A new key would put the one that was told before out of use.
        var name = SampleAccounts.Collector(gin, line);
        if (loading.Accounts.Find(name) is not null) return;
        var issued = await ginner.Post($"{path}/device-keys", new { }, cancellationToken);
        loading.Accounts.Add(new DemoAccount(
            name, issued.Text("key"), ["collector"], SampleAccounts.GinName(gin), $"{model}型采集器，设备密钥，用于请求头 X-Device-Key"));
    }
}
