using System.Collections.Immutable;

namespace Suyuan.Forms;

/// <summary>Fields that stand together on the screen. Answers do not nest by section, so that a field may move.</summary>
public sealed record FormSection
{
    public required string Key { get; init; }
    public required FormText Label { get; init; }
    public required ImmutableArray<FormField> Fields { get; init; }
}
