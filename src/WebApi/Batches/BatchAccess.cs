using Suyuan.Accounts;

namespace Suyuan.Batches;

/// <summary>Who is let in at the doors of batches.</summary>
internal static class BatchAccess
{
    public static readonly Role[] Readers = [Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder];
    public static readonly Role[] Writers = [Role.EnterpriseAdministrator, Role.Recorder];
}
