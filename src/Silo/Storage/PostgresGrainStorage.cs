using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Orleans.Storage;

namespace Suyuan.Silo.Storage;

/// <summary>Grain storage of the embedded engine: the state's name is the kind, the ETag is the version.</summary>
internal sealed class PostgresGrainStorage(NpgsqlDataSource database, GrainStateWriter writer) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await using var command = database.CreateCommand("select state, version from read_grain_state($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stateName, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = KeyOf(grainId), NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync();

        var found = await reader.ReadAsync();
        var exists = found && !await reader.IsDBNullAsync(0);
        grainState.State = exists ? StateSerializer.Unwrap<T>(reader.GetFieldValue<byte[]>(0))! : Activator.CreateInstance<T>();
        grainState.RecordExists = exists;
        grainState.ETag = found ? reader.GetInt32(1).ToString(CultureInfo.InvariantCulture) : null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Write(stateName, grainId, grainState, StateSerializer.Wrap(grainState.State));
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // Clearing what was never stored stores nothing.
        if (!grainState.RecordExists) return;
        await Write(stateName, grainId, grainState, StateSerializer.Wrap<object>(null));
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private async Task Write<T>(string stateName, GrainId grainId, IGrainState<T> grainState, ReadOnlyMemory<byte> payload)
    {
        var expected = grainState.ETag is { Length: > 0 } tag ? int.Parse(tag, CultureInfo.InvariantCulture) : (int?)null;
        var version = await writer.Write(stateName, KeyOf(grainId), expected, payload)
            ?? throw new InconsistentStateException($"{stateName} {KeyOf(grainId)} is no longer at version {grainState.ETag ?? "none"}.");
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
    }

    private static string KeyOf(GrainId grainId) => grainId.Key.ToString()!;
}
