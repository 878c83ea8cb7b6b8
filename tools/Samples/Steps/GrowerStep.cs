using System.Globalization;

namespace Suyuan.Samples;

/// <summary>The roster, as one file a regiment, and one grower's own account.</summary>
internal static class GrowerStep
{
    private const string Header = "身份证号或信用代码,姓名,手机号,连队编码,年度,地块编码,地块名称,面积(亩),品种,土地性质";

    public static async Task Load(Loading loading, CancellationToken cancellationToken)
    {
        foreach (var regiment in loading.Roster.GroupBy(grower => grower.Company[..6]))
        {
            var api = await loading.As(regiment.Key, cancellationToken);
            await api.Import(
                "growers/imports",
                string.Join('\n', regiment.SelectMany(grower => Rows(loading, grower)).Prepend(Header)),
                cancellationToken);
        }
    }

    public static async Task LoadAccount(Loading loading, CancellationToken cancellationToken)
    {
        var person = loading.Units[0].Members[0];
        var growers = await UnitStep.GrowersByPlot(loading, cancellationToken);
        var account = new SampleAccount(
            SampleAccounts.GrowerAccount, ["grower"], [growers[person.Plots[0].Code]], $"{person.Name}（种植者）", "棉花实际种植者");
        loading.Accounts.Add(account.ToDemo());
        await AccountStep.Create(loading, await loading.As(SampleAccounts.Platform, cancellationToken), account, cancellationToken);
    }

    private static IEnumerable<string> Rows(Loading loading, SampleGrower grower) => grower.Plots.Select(plot => string.Create(
        CultureInfo.InvariantCulture,
        $"{grower.Number},{grower.Name},{grower.Mobile},{grower.Company},{loading.Season},{plot.Code},{plot.Name},{plot.AreaMu},"
        + $"{plot.Variety},{plot.LandKind}"));
}
