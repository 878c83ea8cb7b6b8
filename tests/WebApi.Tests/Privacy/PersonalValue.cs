namespace Suyuan.Privacy.Tests;

/// <summary>Something that is known of a person in the samples, and where it stands there.</summary>
internal sealed record PersonalValue(PersonalKind Kind, string Text, string Source)
{
    /// <summary>What a failing test may print of it.</summary>
    public override string ToString() => $"{Kind} {Text[0]}*** ({Source})";
}

internal enum PersonalKind
{
    Name,
    IdNumber,
    Mobile,
    Phone,
    Email,

    /// <summary>Whatever else a form calls secret: health, certificates, waybills.</summary>
    Secret,
}
