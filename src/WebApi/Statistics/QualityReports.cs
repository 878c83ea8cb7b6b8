using System.Globalization;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Common;
using Suyuan.Linkages;

namespace Suyuan.Statistics;

/// <summary>Counts quality by published figure; the classes of the standard are FibreClasses' alone.</summary>
internal sealed class QualityReports(NpgsqlDataSource database, LinkageScope scope)
{
    private const string Select = """
        select i.colour_grade, i.length_mm, i.micronaire, i.strength, i.uniformity, count(*)
        from bales b
        join inspections i on i.barcode = b.barcode
        left join trace_units u on u.id = b.unit
        where b.card is not null and b.season = @season and
        """;

    private const string Grouping =
        "group by grouping sets ((i.colour_grade), (i.length_mm), (i.micronaire), (i.strength), (i.uniformity))";

    public async Task<Result<QualityReport>> For(PremiumCottonQuery asked, Caller caller)
    {
        if (!asked.HasOneSelector) return StatisticsRefusals.OneSelector;
        var whose = await WhoseOf(asked, caller);
        if (whose.Refused) return whose.Refusal;

        await using var command = database.CreateCommand();
        command.Parameters.AddWithValue("season", asked.Season.Value);
        IEnumerable<string> conditions = [.. BaleScope.Of(whose.Value, command.Parameters), .. BaleScope.Of(caller, command.Parameters)];
        command.CommandText = $"{Select} {string.Join(" and ", conditions)} {Grouping}";
        var counted = await command.ReadAll(Counted.From);
        return new QualityReport
        {
            Season = asked.Season,
            Unit = asked.Unit,
            Grower = asked.Grower,
            Gin = asked.Gin,
            Region = asked.Region,
            Inspected = counted.Where(count => count.Grade is not null).Sum(count => count.Bales),
            ColourGrade = Spread(counted, count => count.Grade, _ => null),
            Length = Spread(counted, ClassOf(1, value => FibreClasses.LengthOf(value).ToString(CultureInfo.InvariantCulture)), Figure(1)),
            Micronaire = Spread(counted, ClassOf(2, FibreClasses.MicronaireOf), Figure(2)),
            Strength = Spread(counted, ClassOf(3, FibreClasses.StrengthOf), Figure(3)),
            Uniformity = Spread(counted, ClassOf(4, FibreClasses.UniformityOf), Figure(4)),
        };
    }

    private Task<Result<Whose>> WhoseOf(PremiumCottonQuery asked, Caller caller) => asked switch
    {
        { Unit: { } unit } => scope.OfUnit(unit, caller),
        { Grower: { } grower } => scope.OfGrower(grower, caller),
        { Region: { } region } => LinkageScope.OfRegion(region, caller),
        _ => LinkageScope.OfGin(asked.Gin!.Value, caller),
    };

    private static Func<Counted, decimal?> Figure(int property) => count => count.Property == property ? count.Figure : null;

    private static Func<Counted, string?> ClassOf(int property, Func<decimal, string> classOf) =>
        count => count.Property == property ? classOf(count.Figure) : null;

    private static QualitySpread Spread(List<Counted> all, Func<Counted, string?> classOf, Func<Counted, decimal?> figure)
    {
        var own = all.Where(count => classOf(count) is not null).ToList();
        var bales = own.Sum(count => count.Bales);
        if (bales == 0) return QualitySpread.None;
        var sum = own.Sum(count => figure(count) * count.Bales);
        return new(
            figure(own[0]) is null ? null : Rounded(sum!.Value / bales),
            [
                .. own.GroupBy(classOf).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => (Class: group.Key!, Bales: group.Sum(count => count.Bales)))
                    .Select(group => new QualityClass(group.Class, group.Bales, Rounded(100m * group.Bales / bales))),
            ]);
    }

    private static decimal Rounded(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>Bales of one figure of one property: the only column of its row that is not null.</summary>
    private sealed record Counted(int Property, string? Grade, decimal Figure, long Bales)
    {
        public static Counted From(NpgsqlDataReader row)
        {
            var property = Enumerable.Range(0, 5).First(place => !row.IsDBNull(place));
            return property == 0
                ? new(property, row.GetString(0), 0, row.GetInt64(5))
                : new(property, null, row.GetDecimal(property), row.GetInt64(5));
        }
    }
}
