using System.Security.Cryptography;
using System.Text;
using Suyuan.Accounts;

namespace Suyuan.TraceUnits;

/// <summary>
/// The id of a unit about to be formed. With an Idempotency-Key it follows from account and key, so that a repetition meets the
/// unit it made, even when the answer that was kept for it is gone.
/// </summary>
internal static class NewUnitId
{
    private const int Length = 20;

    public static string For(Caller caller, string? idempotencyKey) => string.IsNullOrEmpty(idempotencyKey)
        ? RandomNumberGenerator.GetHexString(Length, lowercase: true)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Account}\n{idempotencyKey}")))[..Length];
}
