using System.Collections.Concurrent;
using System.Collections.Immutable;
using Suyuan.Common;
using Suyuan.Silo.Storage;

namespace Suyuan.Sensors;

/// <summary>Takes a sensor's readings in: each is judged for itself, and what is kept is durable when this answers.</summary>
internal sealed class ReadingIntake(ReadingStore store, TimeProvider clock, IConfiguration configuration)
{
    private readonly ConcurrentDictionary<SensorId, IReadOnlyDictionary<string, int>> series = new();

    public int MonthsKept => configuration.GetValue("Sensors:MonthsKept", ReadingRules.StandardMonthsKept);

    public async Task<Result<ReadingsAnswer>> Take(
        SensorView sensor, ImmutableArray<ReadingRequest> sent, Reasons reasons, CancellationToken cancellationToken)
    {
        if (sent.Length > ReadingRules.MostAtOnce) return SensorRefusals.TooManyReadings(ReadingRules.MostAtOnce);
        var rules = new ReadingRules(sensor.Quantities, clock.GetUtcNow(), MonthsKept);
        var (kept, places, refused) = (new List<JudgedReading>(sent.Length), new List<int>(sent.Length), new List<RefusedReading>());
        for (var i = 0; i < sent.Length; i++)
        {
            if (rules.Judge(sent[i].ToReading(), out var judged) is { } refusal)
            {
                refused.Add(Refused(i, refusal, reasons));
                continue;
            }

            kept.Add(judged);
            places.Add(i);
        }

        var stored = kept.Count == 0
            ? new(0, [])
            : await store.Store(Columns(kept, await SeriesOf(sensor, cancellationToken)), cancellationToken);
        refused.AddRange(stored.Differing.Select(place => Refused(places[place - 1], SensorRefusals.ReadingDiffers, reasons)));
        var flagged = kept.Count(reading => reading.OutOfRange) - stored.Differing.Count(place => kept[place - 1].OutOfRange);
        return new ReadingsAnswer(
            stored.New, kept.Count - stored.New - stored.Differing.Length, flagged, [.. refused.OrderBy(one => one.Index)]);
    }

    private static RefusedReading Refused(int index, Refusal refusal, Reasons reasons)
    {
        var reason = reasons.Word(refusal);
        return new(index, reason.Code, reason.Title, reason.Detail);
    }

    private static ReadingColumns Columns(List<JudgedReading> readings, IReadOnlyDictionary<string, int> numbers)
    {
        var columns = ReadingColumns.Of(readings.Count);
        var byQuantity = Enum.GetValues<SensorQuantity>().Select(quantity => numbers.GetValueOrDefault(quantity.Stored())).ToArray();
        for (var i = 0; i < readings.Count; i++)
        {
            columns.Series[i] = byQuantity[(int)readings[i].Quantity];
            columns.At[i] = readings[i].At.UtcDateTime;
            columns.Values[i] = readings[i].Value;
            columns.OutOfRange[i] = readings[i].OutOfRange;
        }

        return columns;
    }

    /// <summary>A series never changes its number, so what is known is good; a quantity that was added is asked for.</summary>
    private async Task<IReadOnlyDictionary<string, int>> SeriesOf(SensorView sensor, CancellationToken cancellationToken)
    {
        if (series.TryGetValue(sensor.Id, out var known) && sensor.Quantities.All(one => known.ContainsKey(one.Quantity.Stored())))
            return known;
        return series[sensor.Id] = await store.Series(sensor.Id.Value, cancellationToken);
    }
}
