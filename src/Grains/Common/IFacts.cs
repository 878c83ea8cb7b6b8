namespace Suyuan.Common;

/// <summary>
/// Facts that no grain's own record holds, read from derived tables: one SQL function per fact, each returning one jsonb document.
/// </summary>
public interface IFacts
{
    Task<T?> Find<T>(string function, params object?[] arguments) where T : class;
}
