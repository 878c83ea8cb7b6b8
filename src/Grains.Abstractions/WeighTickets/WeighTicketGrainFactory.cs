using Suyuan.GinLines;

namespace Suyuan.WeighTickets;

public static class WeighTicketGrainFactory
{
    public static IWeighTicketGrain WeighTicket(this IGrainFactory grains, GinCode gin, TicketNumber ticket) =>
        grains.GetGrain<IWeighTicketGrain>($"ticket-{gin}-{ticket}");
}
