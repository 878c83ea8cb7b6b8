using System.Globalization;
using Suyuan.Collector;

namespace Suyuan.Samples;

/// <summary>
/// 600 tickets, 300 a gin in the order of their weighing: mostly of approved units, every twentieth gross only, every thirtieth late,
/// every twentieth of a grower without an approved unit. 250 of a gin get cards.
/// </summary>
internal static class SampleTickets
{
    private const int PerGin = 300;
    private const int CardsPerGin = 250;
    private const int LinesPerGin = 2;
    private const long Seed = 2;

    public static IReadOnlyList<SampleTicket> Create(
        IReadOnlyList<SampleGrower> roster, IReadOnlyList<SampleUnit> units, SampleTimes times) =>
        [.. SampleAccounts.Gins.SelectMany(gin => OfGin(gin, roster, units, times))];

    private static IEnumerable<SampleTicket> OfGin(
        string gin, IReadOnlyList<SampleGrower> roster, IReadOnlyList<SampleUnit> units, SampleTimes times)
    {
        var own = units.Where(unit => unit.Approved && SampleRegions.GinOf(unit.Company) == gin).ToList();
        var traced = own.SelectMany(unit => unit.Members).ToList();
        var waiting = own.Where(unit => unit.Waits).SelectMany(unit => unit.Members).ToHashSet();
        var untraced = roster.Where(grower => SampleRegions.GinOf(grower.Company) == gin && !traced.Contains(grower)).ToList();
        var cards = 0;
        for (var n = 1; n <= PerGin; n++)
        {
            var random = new Deterministic(Seed, gin[^1], n);
            var outside = n % 20 == 7;
            var late = n % 30 == 11;
            var grower = random.Pick(outside ? untraced : traced);
            var printed = !outside && !late && cards < CardsPerGin;
            if (printed) cards++;
            var ticket = Weigh(gin, n, grower, late ? times.LateWeighing(n, PerGin) : times.Weighing(n, PerGin), random);
            var grossOnly = n % 20 == 13;
            yield return ticket with
            {
                Late = late,
                Printed = printed,
                TareKg = grossOnly ? null : ticket.TareKg,
                Line = printed && !grossOnly && !waiting.Contains(grower) ? 1 + n % LinesPerGin : null,
            };
        }
    }

    private static SampleTicket Weigh(string gin, int n, SampleGrower grower, DateTimeOffset grossAt, Deterministic random)
    {
        var films = random.Between(1, 4);
        var tare = random.Uniform(14_200, 15_900, 0);
        var number = string.Create(CultureInfo.InvariantCulture, $"T{grossAt.ToOffset(SampleTimes.China):yy}{gin[^2..]}-{n:00000}");
        var trial = random.Chance(0.75);
        return new(gin, number, grower, random.Pick(grower.Plots), grossAt)
        {
            Films = films,
            TareKg = tare,
            GrossKg = tare + films * random.Uniform(2_250, 2_680, 0),
            ImpurityPct = random.Uniform(8.5, 13.5, 1),
            MoisturePct = random.Uniform(8, 12, 1),
            ConditionedLintPct = trial ? null : random.Uniform(37.5, 40.5, 1),
            Trial = trial ? (random.Uniform(37.5, 40.5, 2), random.Uniform(1.8, 3.2, 1), random.Uniform(5, 7.5, 1)) : null,
            Vehicle = string.Create(CultureInfo.InvariantCulture, $"新C{random.Between(10_000, 99_999)}"),
            ModuleType = random.Chance(0.9) ? "round" : "square",
        };
    }
}
