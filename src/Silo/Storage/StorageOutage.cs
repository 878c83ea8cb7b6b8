using Npgsql;

namespace Suyuan.Silo.Storage;

/// <summary>Tells an absent database (answer 503 and try again) from a refused statement (a rule, or a bug).</summary>
public static class StorageOutage
{
    /// <summary>Looks through the exceptions that an engine wraps around the database's.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        PostgresException refused => IsOutage(refused.SqlState),
        NpgsqlException => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };

    /// <summary>Two transactions met; the same statement may succeed when tried again.</summary>
    internal static bool IsContention(PostgresException refused) => refused.SqlState
        is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    /// <summary>Connection failure, operator intervention, insufficient resources, and a server that turned into a standby.</summary>
    private static bool IsOutage(string state) =>
        state is ['0', '8', ..] or ['5', '7', 'P', ..] or ['5', '3', ..] or PostgresErrorCodes.ReadOnlySqlTransaction;
}
