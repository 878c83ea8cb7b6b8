using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Enterprises;

/// <summary>Who may see and who may change what an enterprise keeps.</summary>
internal static class EnterpriseDoor
{
    /// <summary>To strangers there is no such enterprise.</summary>
    public static async Task<Refusal?> AgainstReading(this IGrainFactory grains, CreditCode enterprise, Caller by) =>
        (await grains.Enterprise(enterprise).GetFor(by)).Refusal;

    /// <summary>Its own people write; whoever oversees it only looks.</summary>
    public static async Task<Refusal?> AgainstWriting(this IGrainFactory grains, CreditCode enterprise, Caller by)
    {
        if (await grains.AgainstReading(enterprise, by) is { } unknown) return unknown;
        return by.WorksFor(enterprise) ? null : SharedRefusals.Forbidden;
    }
}
