using Suyuan.Common;

namespace Suyuan.Growers;

/// <summary>The columns of a roster of growers, one row a plot; a grower without plots leaves the plot's columns empty.</summary>
internal static class GrowerColumns
{
    /// <summary>Who is known already may be named by id: then what is masked in the other cells stays as it is known.</summary>
    public static readonly TableColumn Grower = new("grower", "种植者编号") { Optional = true };
    public static readonly TableColumn Number = new("number", "身份证号或信用代码", "身份证号", "信用代码");
    public static readonly TableColumn Name = new("name", "姓名");
    public static readonly TableColumn Mobile = new("mobile", "手机号");
    public static readonly TableColumn Region = new("region", "连队编码");
    public static readonly TableColumn Season = new("season", "年度") { Optional = true };
    public static readonly TableColumn Plot = new("plot", "地块编码") { Optional = true };
    public static readonly TableColumn PlotName = new("plotName", "地块名称") { Optional = true };
    public static readonly TableColumn Area = new("areaMu", "面积(亩)", "面积（亩）", "面积") { Optional = true };
    public static readonly TableColumn Variety = new("variety", "品种") { Optional = true };
    public static readonly TableColumn LandKind = new("landKind", "土地性质") { Optional = true };

    public static readonly IReadOnlyList<TableColumn> All =
        [Grower, Number, Name, Mobile, Region, Season, Plot, PlotName, Area, Variety, LandKind];

    /// <summary>Where a refusal of the grower itself shows in the table.</summary>
    public static TableColumn Of(Refusal refusal) => refusal.Code switch
    {
        "grower/name-invalid" => Name,
        "grower/region-not-yours" or "grower/unknown-company" => Region,
        "grower/area-invalid" => Area,
        "grower/plot-text-invalid" => PlotName,
        "grower/plot-of-another" or "grower/plot-twice" => Plot,
        "season/closed" => Season,
        "grower/unknown" => Grower,
        _ => Number,
    };
}
