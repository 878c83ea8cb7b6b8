using Suyuan.Common;

namespace Suyuan.Jobs;

/// <summary>Every refusal of jobs.</summary>
internal static class JobRefusals
{
    public static Refusal QueueFull(int retryAfterSeconds) => Refusal.Conflict("job/queue-full", ("retryAfterSeconds", retryAfterSeconds));
}
