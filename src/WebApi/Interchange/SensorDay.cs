using System.Collections.Immutable;
using Suyuan.Sensors;

namespace Suyuan.Interchange;

/// <summary>What a sensor of the batch's zone measured on a day, as its roll-up has it; values that nobody believes do not count.</summary>
internal sealed record SensorDay(string Sensor, DateOnly Day, ImmutableArray<SensorDayFigures> Figures);

/// <summary>One quantity of it.</summary>
internal sealed record SensorDayFigures(SensorQuantity Quantity, decimal Min, decimal Max, decimal Mean);
