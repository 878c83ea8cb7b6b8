namespace Suyuan.IdentityCodes;

/// <summary>The serials that the database gave out for a plan; without a first unit the layout has no room for so many.</summary>
internal sealed record DrawnCodes(int? EnterpriseSerial, UInt128? First);

/// <summary>An enterprise's serial as the database tells it.</summary>
internal sealed record EnterpriseSerial
{
    public int Serial { get; init; }
}

/// <summary>The first unit serial of a run as the database tells it.</summary>
internal sealed record DrawnRun
{
    public long First { get; init; }
}
