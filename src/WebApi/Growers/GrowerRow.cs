using System.Globalization;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>One readable row of a roster.</summary>
internal sealed record GrowerRow(int Row, PersonNumber Number, string Name, MobileNumber Mobile, RegionCode Region)
{
    private const decimal LargestArea = 1_000_000_000m;

    public PlotView? Plot { get; init; }

    /// <summary>The row, or null when a cell does not parse; each such cell is told.</summary>
    public static GrowerRow? Read(TableRow row, RowErrors errors)
    {
        var before = errors.Count;
        if (!PersonNumber.TryParse(row[GrowerColumns.Number.Name], null, out var number))
            Tell(GrowerColumns.Number, GrowerImportRefusals.NumberInvalid);
        if (row[GrowerColumns.Name.Name].Length == 0) Tell(GrowerColumns.Name, GrowerRefusals.NameInvalid);
        if (!MobileNumber.TryParse(row[GrowerColumns.Mobile.Name], null, out var mobile))
            Tell(GrowerColumns.Mobile, GrowerImportRefusals.MobileInvalid);
        if (!RegionCode.TryParse(row[GrowerColumns.Region.Name], null, out var region))
            Tell(GrowerColumns.Region, GrowerImportRefusals.RegionInvalid(row[GrowerColumns.Region.Name]));
        var plot = row[GrowerColumns.Plot.Name].Length == 0 ? null : ReadPlot(row, Tell);

        return errors.Count > before ? null : new(row.Number, number, row[GrowerColumns.Name.Name], mobile, region) { Plot = plot };

        void Tell(TableColumn column, Refusal refusal) => errors.Add(row.Number, column.Headings[0], refusal);
    }

    /// <summary>What every row of one grower must say alike.</summary>
    public bool AgreesWith(GrowerRow other) => Name == other.Name && Mobile == other.Mobile && Region == other.Region;

    private static PlotView ReadPlot(TableRow row, Action<TableColumn, Refusal> tell)
    {
        if (!SeasonYear.TryParse(row[GrowerColumns.Season.Name], null, out var season))
            tell(GrowerColumns.Season, GrowerImportRefusals.SeasonInvalid(row[GrowerColumns.Season.Name]));
        if (!PlotCode.TryParse(row[GrowerColumns.Plot.Name], null, out var code))
            tell(GrowerColumns.Plot, GrowerImportRefusals.PlotCodeInvalid(row[GrowerColumns.Plot.Name]));
        if (!IsArea(row[GrowerColumns.Area.Name], out var area))
            tell(GrowerColumns.Area, GrowerImportRefusals.AreaUnreadable(row[GrowerColumns.Area.Name]));
        if (KindOf(row[GrowerColumns.LandKind.Name]) is not { } kind)
        {
            tell(GrowerColumns.LandKind, GrowerImportRefusals.LandKindInvalid(row[GrowerColumns.LandKind.Name]));
            kind = default;
        }

        return new()
        {
            Season = season,
            Code = code,
            Name = row[GrowerColumns.PlotName.Name],
            AreaMu = Mu.Of(area),
            Variety = row[GrowerColumns.Variety.Name],
            LandKind = kind,
        };
    }

    private static bool IsArea(string text, out decimal area) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out area)
        && Math.Abs(area) < LargestArea;

    private static LandKind? KindOf(string text) => text switch
    {
        "" or "身份地" or "identity" => Growers.LandKind.Identity,
        "经营地" or "leased" => Growers.LandKind.Leased,
        _ => null,
    };
}
