using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;

namespace Suyuan.IdentityCodes;

internal sealed class CodeAllocationGrain(
    [PersistentState("code-allocation")] IPersistentState<CodeAllocation> stored,
    CodeLayouts layouts,
    IFacts facts,
    TimeProvider clock) : Grain, ICodeAllocationGrain
{
    /// <summary>Codes of these were taken by somebody else between the draw and the write: draw again.</summary>
    private static readonly string[] Outdating = ["code_allocations_apart"];

    private CreditCode Enterprise => CodeGrainFactory.AllocationOf(this.GetPrimaryKeyString()).Enterprise;

    private string Id => CodeGrainFactory.AllocationOf(this.GetPrimaryKeyString()).Id;

    private bool Exists => stored.State.Revision > 0;

    public async Task<Result<CodeAllocationView>> GetFor(Caller by)
    {
        if (await GrainFactory.AgainstReading(Enterprise, by) is { } refusal) return refusal;
        return Exists ? View(stored.State) : SharedRefusals.NotFound("code-allocation");
    }

    public async Task<Result<CodeAllocationView>> Allocate(AllocateCodes command)
    {
        var enterprise = await GrainFactory.Enterprise(Enterprise).GetFor(command.By);
        if (enterprise.Refused) return enterprise.Refusal;
        var layout = command.Layout is null ? layouts.Default : layouts.Find(command.Layout);
        if (layout is null) return IdentityCodeRefusals.LayoutUnknown(command.Layout ?? "");
        var plan = AllocationPlan.Of(command, layout, enterprise.Value.District);
        if (plan.Refused) return plan.Refusal;
        if (Exists) return stored.State.Repeat(Id, plan.Value).Then<CodeAllocationView>(same => View(same));
        if (await Closed() is { } closed) return closed;

        return await this.Decide<CodeAllocation, CodeAllocationView>(stored, Outdating, async _ =>
        {
            var drawn = await Draw(plan.Value);
            return new(allocation => allocation.Allocate(plan.Value, drawn, By(command.By)), View);
        });
    }

    public async Task<Result<CodeAllocationView>> Register(RegisterCodeRun command)
    {
        if (await GrainFactory.AgainstReading(Enterprise, command.By) is { } unknown) return unknown;
        var asked = CodeRegistration.Of(command, layouts.Find(command.Layout));
        if (asked.Refused) return asked.Refusal;
        if (Exists) return stored.State.Repeat(Id, asked.Value).Then<CodeAllocationView>(same => View(same));
        if (await Closed() is { } closed) return closed;

        var run = asked.Value.Run;
        return await this.Decide<CodeAllocation, CodeAllocationView>(stored, Outdating, async _ =>
        {
            var inTheWay = await facts.Find<RunInWay>("find_run_in_way", Enterprise.Value, run.Start.Value, run.End.Value);
            return new(allocation => allocation.Register(asked.Value, inTheWay, By(command.By)), View);
        });
    }

    private async Task<DrawnCodes> Draw(AllocationPlan plan)
    {
        int? serial = null;
        if (plan.NeedsEnterpriseSerial)
        {
            serial = (await facts.Find<EnterpriseSerial>("draw_enterprise_serial", Enterprise.Value))!.Serial;
            if (!plan.Holds(serial.Value)) return new(serial, null);
        }

        var run = await facts.Find<DrawnRun>(
            "draw_code_run", this.GetPrimaryKeyString(), plan.Prefix(serial), plan.Layout.UnitDigits, plan.Layout.IsChecked, plan.Count);
        return new(serial, run is null ? null : (UInt128)run.First);
    }

    /// <summary>Codes are given out once the enterprise may begin tracing (FL5).</summary>
    private async Task<Refusal?> Closed() =>
        (await facts.Find<FilingStanding>("filing_standing", Enterprise.Value, ""))!.AgainstTracing(Enterprise);

    private CodeAllocationView View(CodeAllocation allocation) => allocation.ToView(Enterprise, Id);

    private Deed By(Caller by) => new(by.Account, clock.GetUtcNow());
}
