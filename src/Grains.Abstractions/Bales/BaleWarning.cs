namespace Suyuan.Bales;

/// <summary>Recorded with a bale, never a reason to refuse it.</summary>
public enum BaleWarning
{
    /// <summary>Gross weight outside 217 to 237 kg (GB 6975 type I: 227 ± 10).</summary>
    GrossOutOfRange,

    /// <summary>Regain above 10 % (GB 1103.1).</summary>
    RegainTooHigh,

    /// <summary>Pressed later than now or in another season: the collector's clock is wrong.</summary>
    ClockWrong,

    /// <summary>Pressed after the season's ginning deadline; it is traced all the same.</summary>
    AfterGinningDeadline,
}
