using Suyuan.GinLines;
using Suyuan.WeighTickets;

namespace Suyuan.TraceCards;

public static class TraceCardGrainFactory
{
    public static ITraceCardGrain TraceCard(this IGrainFactory grains, GinCode gin, TicketNumber ticket) =>
        grains.GetGrain<ITraceCardGrain>($"card-{gin}-{ticket}");

    public static ITraceCardGrain TraceCard(this IGrainFactory grains, TraceCardId id) => grains.TraceCard(id.Gin, id.Ticket);
}
