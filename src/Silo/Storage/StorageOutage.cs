using Npgsql;

namespace Suyuan.Silo.Storage;

/// <summary>Tells an absent database (answer 503 and try again) from a refused statement (a rule, or a bug).</summary>
public static class StorageOutage
{
    public static bool Is(Exception failure) => failure switch
    {
        // Connection failure, operator intervention, insufficient resources, and a server that turned into a standby.
        PostgresException refused => refused.SqlState is ['0', '8', ..] or ['5', '7', 'P', ..] or ['5', '3', ..]
            or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>Two transactions met; the same statement may succeed when tried again.</summary>
    internal static bool IsContention(PostgresException refused) => refused.SqlState
        is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;
}
