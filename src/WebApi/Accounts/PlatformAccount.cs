using Suyuan.Silo.Hosting;

namespace Suyuan.Accounts;

/// <summary>
/// Makes the first account, `platform`, when there is none and Bootstrap:PlatformPassword (or --seed-admin) names its password. An
/// account that exists keeps the password it has.
/// </summary>
internal sealed partial class PlatformAccount(
    IGrainFactory grains, IConfiguration configuration, ILogger<PlatformAccount> logger) : IHostedService
{
    private static readonly UserName Name = new("platform");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var password = configuration["Bootstrap:PlatformPassword"] ?? configuration["seed-admin"];
        if (string.IsNullOrEmpty(password) || !(await grains.Account(Name).Get()).Refused) return;

        var created = await grains.Account(Name).Create(new()
        {
            By = new("system", Role.Platform, ""),
            DisplayName = "平台管理员",
            Roles = [new(Role.Platform, "")],
            Password = password,
        });
        if (created.Refused) throw new NodeStartException($"Bootstrap:PlatformPassword cannot be used: {created.Refusal.Code}");
        LogCreated(Name);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Created the account {UserName}")]
    private partial void LogCreated(UserName userName);
}
