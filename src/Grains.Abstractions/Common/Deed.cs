namespace Suyuan.Common;

/// <summary>Who did something to a record, when, and why where a reason is asked for.</summary>
[GenerateSerializer, Immutable, Alias("deed")]
public sealed record Deed([property: Id(0)] string By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? Reason = null)
{
    /// <summary>As others may read it: some accounts are named after their owner's mobile.</summary>
    public Deed Shown() => MobileNumber.TryParse(By, null, out var mobile) ? this with { By = mobile.Masked } : this;
}
