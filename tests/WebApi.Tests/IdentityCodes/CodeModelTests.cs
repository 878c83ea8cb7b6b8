using System.Text.Json;
using Suyuan.Common.Tests;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Binding, unbinding, freezing and the report against a model that keeps every code for itself.</summary>
[Collection(AppCollection.Name)]
public sealed class CodeModelTests(SuyuanApp app)
{
    private const int Units = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(20_261)]
    [InlineData(774_411)]
    public async Task Report_stretches_and_states_are_those_of_a_code_by_code_model_IC2(int seed)
    {
        var (given, random) = (await GivenCodes.Create(app, Units), new Random(seed));
        var (owners, freezes) = (new string?[Units], new Dictionary<(string Range, int Number), (int First, int Last)>());
        var ranges = new Dictionary<string, int>();
        for (var step = 0; step < 60; step++)
        {
            var (first, last) = Between(random, 0, Units - 1);
            switch (random.Next(6))
            {
                case 0 or 1 or 2:
                    last = Math.Min(last, first + 12);
                    var bound = await given.Bind(first, last);
                    if (owners[first..(last + 1)].Any(owner => owner is not null)) await bound.ShouldBe(409, "identity-code/overlap");
                    else Array.Fill(owners, (await bound.Read()).GetProperty("id").GetString()!, first, last - first + 1);
                    break;
                case 3 when Any(owners, random) is { } range:
                    var unbound = await given.Unbind(range);
                    if (freezes.Keys.Any(key => key.Range == range)) await unbound.ShouldBe(409, "identity-code/frozen");
                    else owners = [.. owners.Select(owner => owner == range ? null : owner)];
                    break;
                case 4 when Any(owners, random) is { } range:
                    (first, last) = Between(random, Array.IndexOf(owners, range), Array.LastIndexOf(owners, range));
                    await (await given.Freeze(range, first, last, reason: $"召回{step}")).ShouldBe(HttpStatus.Ok);
                    ranges[range] = ranges.GetValueOrDefault(range) + 1;
                    freezes[(range, ranges[range])] = (first, last);
                    break;
                case 5 when freezes.Count > 0:
                    var key = freezes.Keys.ElementAt(random.Next(freezes.Count));
                    await (await given.Lift(key.Range, key.Number)).ShouldBe(HttpStatus.Ok);
                    freezes.Remove(key);
                    break;
            }
        }

        var frozen = Enumerable.Range(0, Units).Where(unit => freezes.Values.Any(part => unit >= part.First && unit <= part.Last)).ToHashSet();
        await Compare(given, owners, frozen);
    }

    private static async Task Compare(GivenCodes given, string?[] owners, HashSet<int> frozen)
    {
        var report = await given.Report();
        Assert.Equal(
            (owners.Count(owner => owner is not null), owners.Count(owner => owner is null), frozen.Count, 0),
            (report.GetProperty("bound").GetInt32(), report.GetProperty("unbound").GetInt32(), report.GetProperty("frozen").GetInt32(),
                report.GetProperty("overlaps").GetArrayLength()));

        var expected = Stretches(owners).Select(part => (given.Code(part.First), given.Code(part.Last), part.Owner)).ToList();
        foreach (var limit in new[] { 1, 3, 200 }) Assert.Equal(expected, (await given.Stretches(limit)).Select(Told));
        Assert.Equal(expected.Where(part => part.Owner is null), (await given.Stretches(2, "&bound=false")).Select(Told));
        for (var unit = 0; unit < Units; unit++)
        {
            var state = frozen.Contains(unit) ? "frozen" : owners[unit] is null ? "unbound" : "bound";
            Assert.Equal((unit, state), (unit, (await given.Staff(unit)).GetProperty("state").GetString()));
        }
    }

    private static (string, string, string?) Told(JsonElement stretch) => (
        stretch.GetProperty("start").GetString()!, stretch.GetProperty("end").GetString()!,
        stretch.TryGetProperty("range", out var range) ? range.GetString() : null);

    private static IEnumerable<(int First, int Last, string? Owner)> Stretches(string?[] owners)
    {
        for (var first = 0; first < owners.Length;)
        {
            var last = first;
            while (last + 1 < owners.Length && owners[last + 1] == owners[first]) last++;
            yield return (first, last, owners[first]);
            first = last + 1;
        }
    }

    private static string? Any(string?[] owners, Random random)
    {
        var held = owners.OfType<string>().Distinct().ToList();
        return held.Count == 0 ? null : held[random.Next(held.Count)];
    }

    private static (int First, int Last) Between(Random random, int low, int high)
    {
        var (one, other) = (random.Next(low, high + 1), random.Next(low, high + 1));
        return (Math.Min(one, other), Math.Max(one, other));
    }
}
