namespace Suyuan.Common;

/// <summary>Who asked for what under which key, and the hash of what exactly.</summary>
internal sealed record IdempotentDeed(string Account, string Path, string Key, byte[] ContentHash);

/// <summary>What is known about a deed: nothing yet (do it), its answer, or a refusal.</summary>
internal sealed record IdempotentOutcome(StoredAnswer? Answer, Refusal? Refusal);
