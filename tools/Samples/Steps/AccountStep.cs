namespace Suyuan.Samples;

/// <summary>Accounts of every role but the gins', which register themselves, and the grower's, who must be on the roster first.</summary>
internal static class AccountStep
{
    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        List<SampleAccount> byPlatform = [.. SampleAccounts.OfPlatform];
        List<SampleAccount> companies = [.. SampleAccounts.Companies];
        loading.Accounts.Add(byPlatform.Concat(companies).Select(account => account.ToDemo()));

        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        await Loading.Each(byPlatform, (account, stop) => Create(loading, platform, account, stop), cancellationToken);
        await Loading.Each(
            companies,
            async (account, stop) => await Create(loading,
                await loading.As(SampleAccounts.RegimentAccountOf(account.UserName), stop), account, stop),
            cancellationToken);
    }

    public static async ValueTask Create(Loading loading, Api api, SampleAccount account, CancellationToken cancellationToken) =>
        await api.Post(
            "accounts",
            new
            {
                account.UserName,
                loading.Accounts[account.UserName].Password,
                displayName = account.Organisation,
                roles = account.Roles.Zip(account.Scopes, (role, scope) => new { role, scope }),
                account.HomeRegion,
            },
            cancellationToken,
            "account/user-name-taken");
}
