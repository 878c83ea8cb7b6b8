using System.Security.Cryptography;
using System.Text;
using Suyuan.Accounts;

namespace Suyuan.Common;

/// <summary>
/// The id of something about to be made. With an Idempotency-Key it follows from account and key, so that a repetition meets what the
/// first attempt made, even when the answer that was kept for it is gone.
/// </summary>
internal static class NewId
{
    private const int Length = 20;

    public static string For(Caller caller, string? idempotencyKey) => string.IsNullOrEmpty(idempotencyKey)
        ? RandomNumberGenerator.GetHexString(Length, lowercase: true)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Account}\n{idempotencyKey}")))[..Length];
}
