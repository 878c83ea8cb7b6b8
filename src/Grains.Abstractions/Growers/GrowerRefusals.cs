using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Growers;

/// <summary>Why a grower or a plot is refused.</summary>
public static class GrowerRefusals
{
    /// <summary>A plot is of one grower in one season.</summary>
    public static Refusal PlotOfAnother(SeasonYear season, PlotCode plot, string grower) =>
        Refusal.Conflict("grower/plot-of-another", ("season", season), ("plot", plot), ("grower", grower));

    /// <summary>A regiment registers growers of its own companies.</summary>
    public static Refusal RegionNotYours(RegionCode region) => Refusal.Unprocessable("grower/region-not-yours", ("region", region));

    /// <summary>A grower belongs to a company that exists.</summary>
    public static Refusal UnknownCompany(RegionCode region) => Refusal.Unprocessable("grower/unknown-company", ("region", region));

    /// <summary>A grower registered by another regiment is moved by the platform alone.</summary>
    public static Refusal OfAnotherRegiment(string number) => Refusal.Conflict("grower/of-another-regiment", ("number", number));

    /// <summary>Only a known grower can be named by id, without number, name and mobile.</summary>
    public static Refusal Unknown => Refusal.Unprocessable("grower/unknown");

    /// <summary>A name has 1 to 60 characters.</summary>
    public static Refusal NameInvalid => Refusal.Unprocessable("grower/name-invalid");

    /// <summary>A plot's area is more than nothing and less than a hundred thousand mu, to two places.</summary>
    public static Refusal AreaInvalid(PlotCode plot, Mu area) =>
        Refusal.Unprocessable("grower/area-invalid", ("plot", plot), ("areaMu", area));

    /// <summary>A plot's name and variety have at most 60 characters, none of them a control character.</summary>
    public static Refusal PlotTextInvalid(PlotCode plot) => Refusal.Unprocessable("grower/plot-text-invalid", ("plot", plot));

    /// <summary>One import says two things about one plot.</summary>
    public static Refusal PlotTwice(SeasonYear season, PlotCode plot) =>
        Refusal.Unprocessable("grower/plot-twice", ("season", season), ("plot", plot));
}
