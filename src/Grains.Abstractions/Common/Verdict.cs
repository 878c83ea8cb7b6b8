using System.Collections.Immutable;

namespace Suyuan.Common;

/// <summary>Whether something may be done now, and if not, why: the refusals that the attempt itself would meet, its own first.</summary>
[GenerateSerializer, Immutable, Alias("verdict")]
public sealed record Verdict([property: Id(0)] ImmutableArray<Refusal> Refusals)
{
    public static readonly Verdict Yes = new([]);

    public bool Allowed => Refusals.IsEmpty;

    public static Verdict Of(Refusal? refusal) => refusal is null ? Yes : new([refusal]);

    /// <summary>What a decision that is tried and not kept says.</summary>
    public static Verdict On<T>(Result<T> tried) where T : class => Of(tried.Refusal);
}
