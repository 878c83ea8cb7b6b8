using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Suyuan.Accounts;

/// <summary>What account grains are given.</summary>
public static class AccountServices
{
    private const int LeastIterations = 1_000;
    private static readonly TimeSpan GatewayPatience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<PasswordHasherOptions>().Configure<IConfiguration>((options, configuration) =>
            options.IterationCount = Math.Max(
                LeastIterations, configuration.GetValue("Accounts:PasswordIterations", options.IterationCount)));
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.TryAddSingleton<ISmsSender>(provider =>
        {
            var sms = provider.GetRequiredService<IConfiguration>().GetSection("Sms");
            return sms["GatewayUrl"] is { Length: > 0 } url
                ? new GatewaySmsSender(new() { Timeout = GatewayPatience }, new(url), sms["GatewayToken"])
                : new OutboxSmsSender(provider.GetRequiredService<IGrainFactory>());
        });
        return services;
    }
}
