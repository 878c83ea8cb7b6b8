namespace Suyuan.Samples;

/// <summary>A trace unit to form, who takes part, and what becomes of it.</summary>
internal sealed record SampleUnit(string Name, string Company, string Formation, string Fate, IReadOnlyList<SampleGrower> Members)
{
    /// <summary>Its cards wait in the drawer, so that one approved unit is not in processing.</summary>
    public bool Waits { get; init; }

    public bool Approved => Fate == SampleUnits.Approved;
}
