namespace Suyuan.Forms;

/// <summary>Words of a form in both languages of the product.</summary>
public sealed record FormText
{
    public required string Zh { get; init; }
    public required string En { get; init; }
}
