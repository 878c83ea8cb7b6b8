namespace Suyuan.Sensors;

/// <summary>A sensor's quantities over a span, by hours or by days of China.</summary>
internal sealed record SensorChart(ChartStep By, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ChartSeries> Series)
{
    public IEnumerable<ChartRow> Rows() => Series.SelectMany(series => series.Points, (series, point) => new ChartRow(series, point));
}

/// <summary>One quantity; an hour or a day without readings has no point.</summary>
internal sealed record ChartSeries(SensorQuantity Quantity, IReadOnlyList<ChartPoint> Points)
{
    public string Unit => QuantityTraits.Of(Quantity).Unit;
}

/// <summary>
/// An hour or a day: how many readings, how many of them out of range, and lowest, highest and mean of the others; without others they
/// are left out.
/// </summary>
internal sealed record ChartPoint(DateTimeOffset From, int Readings, int OutOfRange, decimal? Min, decimal? Max, decimal? Avg);

/// <summary>A point as a row of a table.</summary>
internal sealed record ChartRow(ChartSeries Series, ChartPoint Point);
