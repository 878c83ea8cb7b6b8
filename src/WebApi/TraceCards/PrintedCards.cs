using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.GinLines;

namespace Suyuan.TraceCards;

/// <summary>The way from a printed number to its card's grain; another gin's number is not there.</summary>
internal sealed class PrintedCards(TraceCardQueries queries, IGrainFactory grains)
{
    public async Task<Result<T>> Of<T>(Caller caller, GinCode gin, CardNumber card, Func<ITraceCardGrain, Task<Result<T>>> call)
        where T : class =>
        caller.WorksAt(gin.Value) && await queries.Locate(gin, card) is { } id
            ? await call(grains.TraceCard(id))
            : SharedRefusals.NotFound("trace-card");

    /// <summary>The card as long as the number is still its own: a voided number may have been printed anew under another.</summary>
    public async Task<Result<TraceCardView>> Get(Caller caller, GinCode gin, CardNumber card) =>
        (await Of(caller, gin, card, grain => grain.Get()))
            .Then<TraceCardView>(view => view.Card == card ? view : SharedRefusals.NotFound("trace-card"));
}
