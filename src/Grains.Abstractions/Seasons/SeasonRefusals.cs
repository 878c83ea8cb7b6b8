using Suyuan.Common;

namespace Suyuan.Seasons;

/// <summary>Why a season refuses.</summary>
public static class SeasonRefusals
{
    /// <summary>A closed season cannot change, nor anything counted in it.</summary>
    public static Refusal Closed(SeasonYear season) => Refusal.Conflict("season/closed", ("season", season));

    /// <summary>Trace units are formed until the forming deadline.</summary>
    public static Refusal FormingClosed(SeasonYear season, DateOnly deadline) =>
        Refusal.Conflict("season/forming-closed", ("season", season), ("deadline", deadline.ToString("yyyy-MM-dd", null)));

    /// <summary>Cotton that was weighed after the delivery deadline is not taken.</summary>
    public static Refusal DeliveryClosed(SeasonYear season, DateOnly deadline) =>
        Refusal.Conflict("season/delivery-closed", ("season", season), ("deadline", deadline.ToString("yyyy-MM-dd", null)));

    /// <summary>After the ginning deadline no further card goes to a line.</summary>
    public static Refusal GinningClosed(SeasonYear season, DateOnly deadline) =>
        Refusal.Conflict("season/ginning-closed", ("season", season), ("deadline", deadline.ToString("yyyy-MM-dd", null)));

    /// <summary>A figure of the policy lies outside what can be meant.</summary>
    public static Refusal OutOfRange(string member, decimal value, decimal least, decimal most) =>
        Refusal.Unprocessable("season/out-of-range", ("member", member), ("value", value), ("least", least), ("most", most));

    /// <summary>Micronaire levels are A, B1, B2, C1 and C2.</summary>
    public static Refusal UnknownMicronaireLevel(string? level) =>
        Refusal.Unprocessable("season/unknown-micronaire-level", ("level", level));

    /// <summary>A premium rule names at least one micronaire level.</summary>
    public static Refusal MicronaireLevelsRequired => Refusal.Unprocessable("season/micronaire-levels-required");

    /// <summary>Forming ends before delivery and delivery before ginning.</summary>
    public static Refusal DeadlineOrder(string earlier, string later) =>
        Refusal.Unprocessable("season/deadline-order", ("earlier", earlier), ("later", later));

    /// <summary>A policy names the edition of the standard that cotton is graded by, in at most 40 characters.</summary>
    public static Refusal GradingEditionInvalid => Refusal.Unprocessable("season/grading-edition-invalid");
}
