namespace Suyuan.Common;

/// <summary>What a grain may ask the database for: the answer of one SQL function that returns one jsonb value, or null.</summary>
public interface IFacts
{
    Task<T?> Find<T>(string function, params object?[] arguments) where T : class;
}
