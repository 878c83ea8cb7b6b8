namespace Suyuan.Common;

/// <summary>
/// A handler parameter that reads its own part of the request. What cannot be read is carried as a refusal, and the group's
/// filter answers it before the handler runs.
/// </summary>
internal interface IRequestPart
{
    Refusal? Refusal { get; }
}

/// <summary>As above, from this query parameter or header.</summary>
internal interface IRequestPart<TSelf> : IRequestPart where TSelf : IRequestPart<TSelf>
{
    static abstract string Name { get; }
}
