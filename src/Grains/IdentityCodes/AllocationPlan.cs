using System.Globalization;
using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.IdentityCodes;

/// <summary>What the platform is asked to give out, checked; only serials are missing.</summary>
internal sealed record AllocationPlan
{
    /// <summary>A thousand million codes: no run is longer, whatever its digits hold.</summary>
    public const long MostCodes = 1_000_000_000;

    public required IdentityCodeLayout Layout { get; init; }
    public required DistrictCode District { get; init; }
    public required long Count { get; init; }
    public string? ProductSerial { get; init; }
    public string? Note { get; init; }

    public bool NeedsEnterpriseSerial => Layout.Part(CodePartKind.Enterprise) is not null;

    public static Result<AllocationPlan> Of(AllocateCodes asked, IdentityCodeLayout layout, DistrictCode district)
    {
        if (layout.Length is null) return IdentityCodeRefusals.LayoutOfAnyLength(layout.Name);
        if (!Wording.FitsOrIsEmpty(asked.Note, Wording.ReasonLength)) return IdentityCodeRefusals.NoteInvalid;
        var most = Math.Min(MostCodes, layout.UnitDigits > 9 ? MostCodes : (long)Math.Pow(10, layout.UnitDigits));
        if (asked.Count < 1 || asked.Count > most) return IdentityCodeRefusals.CountInvalid(most);

        var digits = layout.Part(CodePartKind.Product)?.Digits ?? 0;
        var serial = asked.ProductSerial?.ToString(CultureInfo.InvariantCulture);
        if (serial is null != (digits == 0) || serial?.Length > digits || asked.ProductSerial < 0)
            return IdentityCodeRefusals.ProductSerialInvalid(digits);
        return new AllocationPlan
        {
            Layout = layout, District = district, Count = asked.Count, ProductSerial = serial?.PadLeft(digits, '0'),
            Note = Tidy(asked.Note),
        };
    }

    /// <summary>Whether the layout has room for an enterprise with this serial.</summary>
    public bool Holds(int enterpriseSerial) =>
        enterpriseSerial.ToString(CultureInfo.InvariantCulture).Length <= Layout.Part(CodePartKind.Enterprise)!.Digits;

    /// <summary>All digits before the unit's.</summary>
    public string Prefix(int? enterpriseSerial) => Digits(enterpriseSerial, Layout.Parts.Length);

    /// <summary>
    /// The digits up to the enterprise's serial, which tell its codes from everybody else's; without such a part all before the unit's.
    /// </summary>
    public string SpaceOf(int? enterpriseSerial) => Layout.Part(CodePartKind.Enterprise) is { } part
        ? Digits(enterpriseSerial, Layout.Parts.IndexOf(part) + 1)
        : Prefix(enterpriseSerial);

    public CodeRun RunFrom(DrawnCodes drawn, UInt128 first)
    {
        var body = UInt128.Parse(Prefix(drawn.EnterpriseSerial) + new string('0', Layout.UnitDigits), CultureInfo.InvariantCulture) + first;
        return CodeRun.Of(body, body + (UInt128)Count - 1, Layout.Length!.Value, Layout.IsChecked);
    }

    internal static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private string Digits(int? enterpriseSerial, int parts) => string.Concat(Layout.Parts.Take(parts).Select(part => part.Kind switch
    {
        CodePartKind.Fixed => part.Text,
        CodePartKind.District => District.Value[..part.Digits],
        CodePartKind.Enterprise => enterpriseSerial?.ToString(CultureInfo.InvariantCulture).PadLeft(part.Digits, '0'),
        CodePartKind.Product => ProductSerial,
        _ => "",
    }));
}
