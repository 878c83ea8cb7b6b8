using Suyuan.Common;

namespace Suyuan.IdentityCodes;

/// <summary>Who unbinds a range, and the first look-up of its codes, which makes it the administrator's alone to do.</summary>
internal sealed record Unbinding(Deed By, bool ByAdministrator, FirstScan? FirstScan);

/// <summary>The first look-up of any code of a range, as the database tells it.</summary>
internal sealed record FirstScan
{
    public string Code { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
