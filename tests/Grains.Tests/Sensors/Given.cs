using Suyuan.Accounts;
using Suyuan.Enterprises;

namespace Suyuan.Sensors.Tests;

/// <summary>Sensors as the public decisions make them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.FromHours(8));
    public static readonly CreditCode Enterprise = new("91330100799655058B");
    public static readonly CreditCode Other = new("91440300708461136T");
    public static readonly Caller Recorder = new("farm-1", Role.Recorder, Enterprise.Value);
    public static readonly Caller Stranger = new("farm-2", Role.EnterpriseAdministrator, Other.Value);

    public static SensorDescription Described(params WantedQuantity[] quantities) => new("一号棚", null, [.. quantities]);

    public static RegisterSensor Registration(params WantedQuantity[] quantities) => new(Recorder, Enterprise, Described(quantities));

    public static Sensor Sensor(params SensorQuantity[] quantities) =>
        new Sensor().Register(Registration([.. quantities.Select(quantity => new WantedQuantity(quantity))]), "hash", Now).Value;
}
