using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

/// <summary>Sensor (传感器) as stored; of its device's key the hash alone.</summary>
[GenerateSerializer, Immutable, Alias("sensor")]
public sealed record Sensor
{
    private const decimal LargestBound = 1_000_000m;

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CreditCode Enterprise { get; init; }
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public string? Zone { get; init; }
    [Id(4)] public ImmutableArray<MeasuredQuantity> Quantities { get; init; } = [];
    [Id(5)] public DateTimeOffset RegisteredAt { get; init; }
    [Id(6)] public string RegisteredBy { get; init; } = "";
    [Id(7)] public string SecretHash { get; init; } = "";
    [Id(8)] public DateTimeOffset KeyIssuedAt { get; init; }
    [Id(9)] public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Said again, after an answer that never arrived, it gives a new key: nobody has the one before.</summary>
    internal Result<Sensor> Register(RegisterSensor command, string secretHash, DateTimeOffset now)
    {
        if (!command.By.WorksFor(command.Enterprise)) return SharedRefusals.NotFound("enterprise");
        var described = Describe(command.Sensor);
        if (described.Refused) return described.Refusal;
        var made = described.Value with
        {
            Revision = 1, Enterprise = command.Enterprise, RegisteredAt = now, RegisteredBy = command.By.Account, SecretHash = secretHash,
            KeyIssuedAt = now,
        };
        if (Revision == 0) return made;
        return Revision == 1 && RegisteredBy == made.RegisteredBy && IsDescribedAs(made) && Enterprise == made.Enterprise
            ? made with { Revision = 2, RegisteredAt = RegisteredAt }
            : SensorRefusals.ExistsWithDifferentContent;
    }

    internal Result<Sensor> Edit(EditSensor command)
    {
        if (!IsOwnOf(command.By, command.Enterprise)) return SharedRefusals.NotFound("sensor");
        if (Suyuan.Common.Revision.Outdated(Revision, command.Revision) is { } stale) return stale;
        if (RetiredAt is not null) return SensorRefusals.Retired;
        var described = Describe(command.Sensor);
        if (described.Refused) return described.Refusal;
        return IsDescribedAs(described.Value) ? this : described.Value with { Revision = Revision + 1 };
    }

    internal Result<Sensor> RenewKey(CommandOfSensor command, string secretHash, DateTimeOffset now)
    {
        if (!IsOwnOf(command.By, command.Enterprise)) return SharedRefusals.NotFound("sensor");
        if (RetiredAt is not null) return SensorRefusals.Retired;
        return this with { Revision = Revision + 1, SecretHash = secretHash, KeyIssuedAt = now };
    }

    /// <summary>Its key ends; what it measured stays.</summary>
    internal Result<Sensor> Retire(CommandOfSensor command, DateTimeOffset now)
    {
        if (!IsOwnOf(command.By, command.Enterprise)) return SharedRefusals.NotFound("sensor");
        return RetiredAt is null ? this with { Revision = Revision + 1, RetiredAt = now } : this;
    }

    internal Result<Sensor> Check(string secretHash) =>
        Revision > 0 && RetiredAt is null && secretHash == SecretHash ? this : SessionRefusals.WrongCredentials;

    internal bool IsOf(CreditCode enterprise) => Revision > 0 && Enterprise == enterprise;

    internal SensorView ToView(SensorId id) => new()
    {
        Revision = Revision,
        Id = id,
        Enterprise = Enterprise,
        Name = Name,
        Zone = Zone,
        Quantities = Quantities,
        RegisteredAt = RegisteredAt,
        KeyIssuedAt = KeyIssuedAt,
        RetiredAt = RetiredAt,
    };

    private bool IsOwnOf(Caller by, CreditCode enterprise) => IsOf(enterprise) && by.WorksFor(enterprise);

    private bool IsDescribedAs(Sensor other) =>
        Name == other.Name && Zone == other.Zone && Quantities.SequenceEqual(other.Quantities);

    private Result<Sensor> Describe(SensorDescription sensor)
    {
        if (!Wording.Fits(sensor.Name)) return SensorRefusals.NameInvalid;
        if (sensor.Quantities.IsDefaultOrEmpty || sensor.Quantities.GroupBy(wanted => wanted.Quantity).Any(same => same.Count() > 1))
            return SensorRefusals.QuantitiesInvalid;
        var quantities = sensor.Quantities.OrderBy(wanted => wanted.Quantity).Select(Measured).ToImmutableArray();
        if (quantities.FirstOrDefault(IsWrong) is { } wrong) return SensorRefusals.RangeInvalid(wrong.Quantity);
        return this with { Name = sensor.Name.Trim(), Zone = sensor.Zone, Quantities = quantities };
    }

    private static MeasuredQuantity Measured(WantedQuantity wanted)
    {
        var usual = QuantityTraits.Of(wanted.Quantity);
        return new() { Quantity = wanted.Quantity, Unit = usual.Unit, Min = wanted.Min ?? usual.Min, Max = wanted.Max ?? usual.Max };
    }

    private static bool IsWrong(MeasuredQuantity quantity) =>
        quantity.Min >= quantity.Max || quantity.Min < -LargestBound || quantity.Max > LargestBound;
}
