using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

/// <summary>Lists of sensors and readings, and charts. Whether the caller may see the enterprise is asked before.</summary>
internal sealed class SensorQueries(NpgsqlDataSource database)
{
    private const string Sensors = """
        select jsonb_strip_nulls(jsonb_build_object('id', s.id, 'name', s.name, 'zone', s.zone, 'quantities', s.quantities,
            'registeredAt', s.registered_at, 'retiredAt', s.retired_at, 'revision', s.revision, 'lastReadingAt', (
                select max(h.last_at) from sensor_series q cross join lateral (
                    select h.last_at from sensor_hours h where h.series = q.number order by h.hour desc limit 1) h
                where q.sensor = s.id)))::text
        from sensors s
        where s.enterprise = $1 and ($2::text is null or (s.name, s.id) > ($2, $3::text))
        order by s.name, s.id limit $4
        """;

    // Each series on its own, in the order of its key; what is cut off here is not needed for this page.
    private const string Readings = """
        select q.quantity, trim_scale(r.value), r.at, r.out_of_range, r.series
        from sensor_series q
        cross join lateral (
            select * from sensor_readings r
            where r.series = q.number and r.at >= $2 and r.at < $3 and ($4::int is null or r.at > $2 or r.series > $4)
            order by r.at limit $5) r
        where q.sensor = $1 and ($6::text is null or q.quantity = $6)
        order by r.at, r.series limit $5
        """;

    private const string Hours = """
        select q.quantity, h.hour, h.readings, h.out_of_range, trim_scale(h.min_value), trim_scale(h.max_value),
            trim_scale(round(h.sum_value / nullif(h.readings - h.out_of_range, 0), 4))
        from sensor_series q
        left join sensor_hours h on h.series = q.number and h.hour >= $2 and h.hour < $3
        where q.sensor = $1 and ($4::text is null or q.quantity = $4)
        order by q.number, h.hour
        """;

    private const string Days = """
        select q.quantity, d.day::timestamp at time zone 'Asia/Shanghai', d.readings, d.out_of_range, trim_scale(d.min_value),
            trim_scale(d.max_value), trim_scale(round(d.sum_value / nullif(d.readings - d.out_of_range, 0), 4))
        from sensor_series q
        left join sensor_days d on d.series = q.number
            and d.day::timestamp at time zone 'Asia/Shanghai' >= $2 and d.day::timestamp at time zone 'Asia/Shanghai' < $3
        where q.sensor = $1 and ($4::text is null or q.quantity = $4)
        order by q.number, d.day
        """;

    public async Task<Page<SensorItem>> List(CreditCode enterprise, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand(Sensors);
        command.AddText(enterprise.Value, cursor[0], cursor[1]);
        command.AddNumber(limit.Value + 1);
        return Page<SensorItem>.Of(await command.ReadAll(row => row.Json<SensorItem>(0)), limit, item => [item.Name, item.Id.Value]);
    }

    public async Task<Page<ReadingItem>> ReadingsOf(SensorId sensor, ReadingFilter filter, Limit limit, Cursor cursor)
    {
        await using var command = database.CreateCommand(Readings);
        command.AddText(sensor.Value);
        command.AddTime(cursor.Time(0) ?? filter.From?.Begin ?? DateTimeOffset.MinValue, filter.To?.End ?? DateTimeOffset.MaxValue);
        command.AddNumber(cursor.Time(0) is null ? null : cursor.Number(1), limit.Value + 1);
        command.AddText(filter.Quantity?.Name);
        var read = await command.ReadAll(row => (Item: Reading(row), Series: row.GetInt32(4)));
        var page = Page<(ReadingItem Item, int Series)>.Of(read, limit, last => [Cursor.Text(last.Item.At), $"{last.Series}"]);
        return new([.. page.Items.Select(one => one.Item)], page.NextCursor);
    }

    public async Task<SensorChart> Chart(SensorId sensor, ChartSpan span, string? quantity)
    {
        await using var command = database.CreateCommand(span.By is ChartStep.Hour ? Hours : Days);
        command.AddText(sensor.Value);
        command.AddTime(span.From, span.To);
        command.AddText(quantity);
        var rows = await command.ReadAll(row => (Quantity: row.GetString(0), Point: row.IsDBNull(1) ? null : Point(row)));
        var series = rows.GroupBy(row => row.Quantity, row => row.Point)
            .Select(points => new ChartSeries(QuantityTraits.Find(points.Key)!.Quantity, [.. points.OfType<ChartPoint>()]));
        return new(span.By, span.From, span.To, [.. series]);
    }

    private static ReadingItem Reading(NpgsqlDataReader row) => new(
        QuantityTraits.Find(row.GetString(0))!.Quantity, row.GetDecimal(1), row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3));

    private static ChartPoint Point(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.GetInt32(3), Figure(row, 4), Figure(row, 5), Figure(row, 6));

    private static decimal? Figure(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetDecimal(place);
}
