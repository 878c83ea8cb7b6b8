using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;

namespace Suyuan.IdentityCodes;

internal sealed class CodeRangeGrain(
    [PersistentState("code-range")] IPersistentState<CodeRange> stored,
    IFacts facts,
    TimeProvider clock) : Grain, ICodeRangeGrain
{
    /// <summary>Somebody else bound codes, or the batch was voided, between the look and the write: look again.</summary>
    private static readonly string[] Outdating = ["code_ranges_apart", "code_ranges_batch"];

    private CreditCode Enterprise => CodeGrainFactory.RangeOf(this.GetPrimaryKeyString()).Enterprise;

    private string Id => CodeGrainFactory.RangeOf(this.GetPrimaryKeyString()).Id;

    private bool Exists => stored.State.Revision > 0;

    public async Task<Result<CodeRangeView>> GetFor(Caller by, BatchNumber batch) =>
        await Unknown(by, batch) ?? (Result<CodeRangeView>)View(stored.State);

    public async Task<Result<CodeRangeView>> Bind(BindCodes command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        if (Exists) return stored.State.Repeat(Id, command).Then<CodeRangeView>(same => View(same));
        var asked = AskedCodes.Of(command.Start, command.End);
        if (asked.Refused) return asked.Refusal;
        if (await Closed() is { } closed) return closed;

        var (start, end) = (asked.Value.Start.Value, asked.Value.End.Value);
        return await this.Decide<CodeRange, CodeRangeView>(stored, Outdating, async _ =>
        {
            var batch = await GrainFactory.Batch(Enterprise, command.Batch).GetFor(command.By);
            if (batch.Refused) return new(_ => batch.Refusal, View);
            var run = (await facts.Find<KnownRuns>("find_code_runs", Enterprise.Value, start, end))!.Place(asked.Value);
            var inTheWay = await facts.Find<RangeInWay>("find_range_in_way", start, end);
            return new(range => run.Then(placed => range.Bind(batch.Value, placed, inTheWay, By(command.By))), View);
        });
    }

    public async Task<Result<CodeRangeView>> Unbind(UnbindCodes command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        if (await Unknown(command.By, command.Batch) is { } unknown) return unknown;
        var (start, end) = (stored.State.Start, stored.State.End);
        var scan = await facts.Find<FirstScan>("find_first_scan", start.Value, end.Value, start.Length);
        var asked = new Unbinding(By(command.By, command.Reason), command.By.Role == Role.EnterpriseAdministrator, scan);
        return await Decide(range => range.Unbind(Id, asked, command.ExpectedRevision));
    }

    /// <summary>The enterprise's administrator, and whoever oversees the enterprise: a recall is theirs to order.</summary>
    public async Task<Result<CodeRangeView>> Freeze(FreezeCodes command)
    {
        if (await Unknown(command.By, command.Batch) is { } unknown) return unknown;
        var asked = AskedCodes.Of(command.Start, command.End);
        return asked.Refused ? asked.Refusal : await Decide(range => range.Freeze(
            Id, asked.Value, Oversees(command.By), command.ExpectedRevision, By(command.By, command.Reason)));
    }

    public async Task<Result<CodeRangeView>> Lift(LiftCodeFreeze command) =>
        await Unknown(command.By, command.Batch) ?? await Decide(range => range.Lift(
            command.Number, Oversees(command.By), command.ExpectedRevision, By(command.By, command.Reason)));

    private Task<Result<CodeRangeView>> Decide(Func<CodeRange, Result<CodeRange>> decision) => this.Decide(stored, decision, View);

    private async Task<Refusal?> Closed() =>
        (await facts.Find<FilingStanding>("filing_standing", Enterprise.Value, ""))!.AgainstTracing(Enterprise);

    private async Task<Refusal?> Unknown(Caller by, BatchNumber batch) =>
        await GrainFactory.AgainstReading(Enterprise, by)
            ?? (Exists && stored.State.Batch == batch ? null : SharedRefusals.NotFound("code-range"));

    private bool Oversees(Caller by) => !by.WorksFor(Enterprise);

    private CodeRangeView View(CodeRange range) => range.ToView(Enterprise, Id);

    private Deed By(Caller by, string? reason = null) => new(by.Account, clock.GetUtcNow(), reason?.Trim());
}
