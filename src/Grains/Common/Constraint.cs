using Npgsql;

namespace Suyuan.Common;

/// <summary>Recognises a write that a constraint of a derived table refused.</summary>
internal static class Constraint
{
    /// <summary>The violated constraint's name, or null when the failure is something else.</summary>
    public static string? NameOf(Exception failure)
    {
        for (var current = failure; current is not null; current = current.InnerException)
        {
            if (current is PostgresException { ConstraintName: { Length: > 0 } name, SqlState: ['2', '3', ..] }) return name;
        }

        return null;
    }
}
