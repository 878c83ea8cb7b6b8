using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.TraceCards;

namespace Suyuan.WeighTickets;

public static class WeighTicketRefusals
{
    public static Refusal UnknownGrower => Refusal.Unprocessable("weigh-ticket/unknown-grower");

    public static Refusal PlotNotOfGrower(PlotCode plot) => Refusal.Unprocessable("weigh-ticket/plot-not-of-grower", ("plot", plot));

    public static Refusal PlotsRequired => Refusal.Unprocessable("weigh-ticket/plots-required");

    public static Refusal PlotsOfTwoUnits => Refusal.Unprocessable("weigh-ticket/plots-of-two-units");

    public static Refusal NetNotPositive(Kilograms gross, Kilograms tare) =>
        Refusal.Unprocessable("weigh-ticket/net-not-positive", ("grossKg", gross), ("tareKg", tare));

    public static Refusal ImpossibleWeight(Kilograms weight) =>
        Refusal.Unprocessable("weigh-ticket/impossible-weight", ("weightKg", weight));

    public static Refusal ImpossiblePercentage(decimal percentage) =>
        Refusal.Unprocessable("weigh-ticket/impossible-percentage", ("percentage", percentage));

    public static Refusal ImpossibleFilmCount(int filmCount) =>
        Refusal.Unprocessable("weigh-ticket/impossible-film-count", ("filmCount", filmCount));

    public static Refusal TimeInFuture(DateTimeOffset time) =>
        Refusal.Unprocessable("weigh-ticket/time-in-future", ("time", time.ToString("O")));

    /// <summary>A printed ticket's grower and plots are fixed.</summary>
    public static Refusal Printed(CardNumber card) => Refusal.Conflict("weigh-ticket/printed", ("card", card));

    /// <summary>Once its cotton is being ginned, a ticket's quota is fixed.</summary>
    public static Refusal GinningBegun(CardNumber card) => Refusal.Conflict("weigh-ticket/ginning-begun", ("card", card));

    public static Refusal Late => Refusal.Conflict("weigh-ticket/late");

    public static Refusal NotLate => Refusal.Conflict("weigh-ticket/not-late");

    public static Refusal ReasonRequired => Refusal.Unprocessable("weigh-ticket/reason-required");

    /// <summary>A ticket is taken back only while no card stands for it.</summary>
    public static Refusal CardStands(CardNumber card) => Refusal.Conflict("weigh-ticket/card-stands", ("card", card));

    public static Refusal Withdrawn => Refusal.Conflict("weigh-ticket/withdrawn");
}
