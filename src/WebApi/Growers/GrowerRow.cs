using System.Globalization;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>One readable row of a roster; what is null stays as it is known.</summary>
internal sealed record GrowerRow(int Row, string Grower, PersonNumber? Number, string? Name, MobileNumber? Mobile, RegionCode Region)
{
    private const decimal LargestArea = 1_000_000_000m;

    public PlotView? Plot { get; init; }

    /// <summary>The row, or null when a cell does not parse; each such cell is told.</summary>
    public static GrowerRow? Read(TableRow row, IPersonalData personal, RowErrors errors)
    {
        var before = errors.Count;
        var known = row[GrowerColumns.Grower.Name];
        var number = Given<PersonNumber>(GrowerColumns.Number, GrowerImportRefusals.NumberInvalid);
        var mobile = Given<MobileNumber>(GrowerColumns.Mobile, GrowerImportRefusals.MobileInvalid);
        var name = IsKept(GrowerColumns.Name) ? null : row[GrowerColumns.Name.Name];
        if (name is "") Tell(GrowerColumns.Name, GrowerRefusals.NameInvalid);
        var grower = number is { } told ? personal.Hash(told.Value) : known;
        if (known.Length > 0 && grower != known) Tell(GrowerColumns.Number, GrowerImportRefusals.NumberOfAnother);
        if (!RegionCode.TryParse(row[GrowerColumns.Region.Name], null, out var region))
            Tell(GrowerColumns.Region, GrowerImportRefusals.RegionInvalid(row[GrowerColumns.Region.Name]));
        var plot = row[GrowerColumns.Plot.Name].Length == 0 ? null : ReadPlot(row, Tell);

        return errors.Count > before ? null : new(row.Number, grower, number, name, mobile, region) { Plot = plot };

        // Of a grower who is named by id, what our own lists mask stays as it is known.
        bool IsKept(TableColumn column) => known.Length > 0 && (row[column.Name].Length == 0 || row[column.Name].Contains('*'));

        T? Given<T>(TableColumn column, Refusal invalid) where T : struct, IParsable<T>
        {
            if (IsKept(column)) return null;
            if (T.TryParse(row[column.Name], null, out var value)) return value;
            Tell(column, invalid);
            return null;
        }

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
