using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Sensors;

internal sealed class SensorGrain(
    [PersistentState("sensor")] IPersistentState<Sensor> stored,
    TimeProvider clock) : Grain, ISensorGrain
{
    private const int SecretBytes = 32;
    private const string ZoneConstraint = "sensor_zone_known";

    private SensorId Id => SensorGrainFactory.IdOf(this.GetPrimaryKeyString());

    public Task<Result<SensorView>> Get() =>
        Task.FromResult<Result<SensorView>>(stored.State.Revision > 0 ? stored.State.ToView(Id) : SharedRefusals.NotFound("sensor"));

    public async Task<Result<SensorView>> GetFor(Caller by, CreditCode enterprise)
    {
        var visible = stored.State.IsOf(enterprise)
            && (by.WorksFor(enterprise) || !(await GrainFactory.Enterprise(enterprise).GetFor(by)).Refused);
        return visible ? stored.State.ToView(Id) : SharedRefusals.NotFound("sensor");
    }

    public Task<Result<SensorView>> Register(RegisterSensor command) =>
        DecideWithKey((sensor, hash) => sensor.Register(command, hash, clock.GetUtcNow()));

    public Task<Result<SensorView>> Edit(EditSensor command) => Decide(sensor => sensor.Edit(command), sensor => sensor.ToView(Id));

    public Task<Result<SensorView>> RenewKey(CommandOfSensor command) =>
        DecideWithKey((sensor, hash) => sensor.RenewKey(command, hash, clock.GetUtcNow()));

    public Task<Result<SensorView>> Retire(CommandOfSensor command) =>
        Decide(sensor => sensor.Retire(command, clock.GetUtcNow()), sensor => sensor.ToView(Id));

    public Task<Result<SensorView>> Check(string secret) =>
        Task.FromResult(stored.State.Check(HashOf(secret)).Then<SensorView>(sensor => sensor.ToView(Id)));

    private Task<Result<SensorView>> DecideWithKey(Func<Sensor, string, Result<Sensor>> decision)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return Decide(
            sensor => decision(sensor, HashOf(secret)),
            sensor => sensor.ToView(Id) with { Key = $"{SensorGrainFactory.Prefix}{Id}.{secret}" });
    }

    private Task<Result<SensorView>> Decide(Func<Sensor, Result<Sensor>> decision, Func<Sensor, SensorView> view) => this.Decide(
        stored, decision, view, constraint => Task.FromResult(constraint == ZoneConstraint ? SensorRefusals.UnknownZone : null));

    // The secret is random and long: a plain hash of it cannot be searched, and comparing hashes leaks nothing of use.
    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
