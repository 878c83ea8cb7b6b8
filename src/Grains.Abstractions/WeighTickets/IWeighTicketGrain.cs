using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.WeighTickets;

/// <summary>One weigh ticket (收购磅单) of one gin.</summary>
[Alias("weigh-ticket-grain")]
public interface IWeighTicketGrain : IGrainWithStringKey
{
    [Alias("get")] Task<Result<WeighTicketView>> Get();

    [Alias("upload")] Task<Result<WeighTicketView>> Upload(UploadWeighTicket command);

    [Alias("withdraw")] Task<Result<WeighTicketView>> Withdraw(WithdrawWeighTicket command);

    [Alias("reinstate")] Task<Result<WeighTicketView>> Reinstate(Caller by);

    [Alias("waive")] Task<Result<WeighTicketView>> Waive(WaiveLateTicket command);
}
