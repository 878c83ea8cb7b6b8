namespace Suyuan.Forms;

/// <summary>One answer that a choice field allows.</summary>
public sealed record FieldChoice
{
    public required string Key { get; init; }
    public required FormText Label { get; init; }
}
