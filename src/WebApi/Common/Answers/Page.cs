namespace Suyuan.Common;

/// <summary>One page of a list; without a next cursor it is the last one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor) : IPage
{
    /// <summary>Takes limit + 1 rows that were read and keeps the odd one only as the sign that more follow.</summary>
    public static Page<T> Of(IReadOnlyList<T> read, Limit limit, Func<T, string[]> keys) => read.Count <= limit.Value
        ? new(read, null)
        : new([.. read.Take(limit.Value)], Cursor.Of(keys(read[limit.Value - 1])));
}

/// <summary>What the answer filter needs of a page.</summary>
internal interface IPage
{
    string? NextCursor { get; }
}
