using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>Region (师、团、连) as stored. Its place in the hierarchy is its code.</summary>
[GenerateSerializer, Immutable, Alias("region")]
public sealed record Region
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Name { get; init; } = "";

    internal Result<Region> Put(RegionCode code, PutRegion command, bool parentKnown)
    {
        if (!command.By.IsPlatform) return SharedRefusals.Forbidden;
        if (!Wording.Fits(command.Name)) return RegionRefusals.NameInvalid(code);
        if (code.Parent is { } parent && !parentKnown) return RegionRefusals.ParentMissing(code, parent);

        var name = command.Name.Trim();
        return name == Name ? this : this with { Revision = Revision + 1, Name = name };
    }

    internal RegionView ToView(RegionCode code) => new()
    {
        Code = code,
        Name = Name,
        Kind = code.IsDivision ? RegionKind.Division : code.IsRegiment ? RegionKind.Regiment : RegionKind.Company,
        Parent = code.Parent,
        Revision = Revision,
    };
}
