using Suyuan.Accounts;

namespace Suyuan.Filings;

/// <summary>What the routes of filings have in common: who may knock, and what a regulator's decision may be refused with.</summary>
internal static class FilingDoors
{
    public static readonly Role[] Everybody = [Role.Platform, Role.Regulator, Role.EnterpriseAdministrator, Role.Recorder];

    public static readonly string[] Deciding =
        ["filing/own-enterprise", "filing/not-submitted", "filing/not-issued", "filing/revoked", "common/stale"];
}
