using System.Collections.Immutable;

namespace Suyuan.Forms;

/// <summary>One field of a form: what it holds, what it is called and what is allowed.</summary>
public sealed record FormField
{
    /// <summary>The member of the answers that holds it; unique in its form, or in its row.</summary>
    public required string Key { get; init; }

    public required FieldType Type { get; init; }
    public required FormText Label { get; init; }
    public FormText? Help { get; init; }

    /// <summary>The star (星号) of the manuals: nothing is submitted without it.</summary>
    public bool Required { get; init; }

    /// <summary>The unit in which a number is given, as it is written: 亩, kg/亩, ℃.</summary>
    public string? Unit { get; init; }

    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Decimal places of a number; three where nothing is said.</summary>
    public int? Decimals { get; init; }

    /// <summary>Characters of a text; 200 where nothing is said.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A text of several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>A date that has come already.</summary>
    public bool Past { get; init; }

    public ImmutableArray<FieldChoice> Choices { get; init; } = [];

    /// <summary>Several choices may be made at once.</summary>
    public bool Multiple { get; init; }

    /// <summary>The columns of rows.</summary>
    public ImmutableArray<FormField> Fields { get; init; } = [];

    /// <summary>Least and most rows, files, plots or inputs.</summary>
    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>The kinds of file (image, pdf, video) or of input (pesticide, fertilizer …) that fit; all where nothing is said.</summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    public FieldPrivacy Privacy { get; init; }

    /// <summary>Kept encrypted: ID numbers and mobiles, and secret phones, since a phone may be a person's mobile.</summary>
    internal bool IsSealed =>
        Type is FieldType.IdNumber or FieldType.Mobile || (Type is FieldType.Phone && Privacy is FieldPrivacy.Secret);
}
