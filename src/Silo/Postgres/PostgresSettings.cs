namespace Suyuan.Silo.Postgres;

internal static class PostgresSettings
{
    public const string FileName = "suyuan.conf";

    /// <summary>The socket's number. It is said, since whoever has PGPORT in the environment means another server.</summary>
    public const int Port = 5432;

    private const long Mebibyte = 1024 * 1024;

    /// <summary>Durable by default (fsync and synchronous commit stay on), reachable by the socket only, sized for the machine.</summary>
    public static string For(string socketFolder)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Mebibyte;
        var buffers = Math.Clamp(memory / 8, 128, 1024);
        return $"""
            # Written by the node at every start; changes belong into postgresql.auto.conf (alter system).
            listen_addresses = ''
            unix_socket_directories = '{socketFolder.Replace("'", "''", StringComparison.Ordinal)}'
            unix_socket_permissions = 0700
            port = {Port}
            max_connections = 100
            shared_buffers = {buffers}MB
            effective_cache_size = {Math.Max(256, memory / 2)}MB
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            wal_compression = on
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = warning
            # Neither statements nor the values of a violated constraint: both may hold personal data.
            log_min_error_statement = panic
            log_error_verbosity = terse

            """;
    }
}
