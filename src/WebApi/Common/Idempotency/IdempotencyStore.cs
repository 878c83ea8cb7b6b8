using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Suyuan.Common;

/// <summary>The keys and answers of 24 hours. Answers are encrypted: some hold a password shown once.</summary>
internal sealed class IdempotencyStore(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("idempotency-keys");

    public async Task<IdempotentOutcome> Begin(IdempotentDeed deed, CancellationToken cancellationToken)
    {
        await using var command = Command("select outcome, answer from begin_idempotent($1, $2, $3, $4)", deed);
        command.Parameters.Add(new() { Value = deed.ContentHash });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetString(0) switch
        {
            "answered" => new(StoredAnswer.Parse(protector.Unprotect(reader.GetFieldValue<byte[]>(1))), null),
            "reused" => new(null, WebRefusals.KeyReused),
            "in-progress" => new(null, WebRefusals.KeyInProgress),
            _ => new(null, null),
        };
    }

    // The deed is done whatever becomes of the client, hence no cancellation from here on.
    public async Task Keep(IdempotentDeed deed, StoredAnswer answer)
    {
        await using var command = Command("update idempotency_keys set answer = $4 where account = $1 and path = $2 and key = $3", deed);
        command.Parameters.Add(new() { Value = protector.Protect(answer.ToJson()) });
        await command.ExecuteNonQueryAsync();
    }

    public async Task Forget(IdempotentDeed deed)
    {
        await using var command = Command("delete from idempotency_keys where account = $1 and path = $2 and key = $3", deed);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, IdempotentDeed deed)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = deed.Account });
        command.Parameters.Add(new() { Value = deed.Path });
        command.Parameters.Add(new() { Value = deed.Key });
        return command;
    }
}
