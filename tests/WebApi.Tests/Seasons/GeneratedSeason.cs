using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Common;
using Suyuan.Common.Tests;
using Suyuan.SeasonGeneration;

namespace Suyuan.Seasons.Tests;

/// <summary>A hundredth of a whole season, made by the generator of the measurements, with an application of its own on it.</summary>
public sealed class GeneratedSeason : IAsyncLifetime
{
    public const string Gin = "65001";

    public SuyuanApp App { get; } = new();

    public NpgsqlDataSource Database => App.Services.GetRequiredService<NpgsqlDataSource>();

    public SeasonSize Size { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Size = new(0.01, App.Clock.GetUtcNow());
        var personal = App.Services.GetRequiredService<IPersonalData>();
        await new SeasonGenerator(Database, personal, (_, _) => { }).Generate(Size, CancellationToken.None);
    }

    public Task DisposeAsync() => App.DisposeAsync();

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
