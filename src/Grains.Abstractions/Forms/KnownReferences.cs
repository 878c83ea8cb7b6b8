using System.Collections.Immutable;

namespace Suyuan.Forms;

/// <summary>Those of an answer's references that exist and are the enterprise's own.</summary>
public sealed record KnownReferences
{
    public static readonly KnownReferences None = new();

    /// <summary>Files by SHA-256, each with its media type.</summary>
    public ImmutableDictionary<string, string> Attachments { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> Plots { get; init; } = [];

    /// <summary>Lots by id, each with the kind of its input.</summary>
    public ImmutableDictionary<string, string> Lots { get; init; } = ImmutableDictionary<string, string>.Empty;
}
