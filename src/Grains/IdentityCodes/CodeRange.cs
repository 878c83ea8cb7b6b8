using System.Collections.Immutable;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>
/// Range (码段) of codes as stored: bound to one batch until it is unbound, which is for good. Whoever binds the codes again makes another.
/// </summary>
[GenerateSerializer, Immutable, Alias("code-range")]
public sealed record CodeRange
{
    /// <summary>More would make the record long; whoever needs more freezes wider.</summary>
    public const int MostFreezes = 200;

    /// <summary>Codes in one call (IC2).</summary>
    public const long MostCodes = 1_000_000;

    [Id(0)] public int Revision { get; init; }
    [Id(1)] public BatchNumber Batch { get; init; }
    [Id(2)] public IdentityCode Start { get; init; }
    [Id(3)] public IdentityCode End { get; init; }

    /// <summary>Whether the last digit of its codes is a check digit.</summary>
    [Id(4)] public bool Checked { get; init; }
    [Id(5)] public long Codes { get; init; }
    [Id(6)] public Deed? Bound { get; init; }
    [Id(7)] public Deed? Unbound { get; init; }
    [Id(8)] public ImmutableArray<CodeFreeze> Freezes { get; init; } = [];

    private CodeRun Run => new(Start, End, Checked);

    internal Result<CodeRange> Bind(BatchView batch, CodeRun run, RangeInWay? inTheWay, Deed by)
    {
        if (batch.State is not (BatchState.Running or BatchState.Completed)) return IdentityCodeRefusals.BatchVoid(batch.Number.Value);
        if (run.Count > (UInt128)MostCodes) return IdentityCodeRefusals.TooMany(run.Count.ToString(), MostCodes);
        if (inTheWay is not null) return inTheWay.ToRefusal();
        return new CodeRange
        {
            Revision = Revision + 1, Batch = batch.Number, Start = run.Start, End = run.End, Checked = run.Checked, Codes = (long)run.Count,
            Bound = by,
        };
    }

    internal Result<CodeRange> Repeat(string id, BindCodes asked) =>
        Unbound is null && (Batch, Start.Value, End.Value) == (asked.Batch, asked.Start?.Trim(), asked.End?.Trim())
            ? this
            : IdentityCodeRefusals.ExistsWithDifferentContent(id);

    internal Result<CodeRange> Unbind(string id, Unbinding asked, int? expectedRevision)
    {
        if (Unbound is not null) return IdentityCodeRefusals.Unbound(id);
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        if (Freezes.FirstOrDefault(freeze => freeze.Lifted is null) is { } frozen)
            return IdentityCodeRefusals.Frozen(frozen.Start.Value, frozen.End.Value);
        if (!Wording.FitsOrIsEmpty(asked.By.Reason, Wording.ReasonLength)) return IdentityCodeRefusals.ReasonRequired;
        if (asked.FirstScan is not null)
        {
            if (!asked.ByAdministrator) return IdentityCodeRefusals.LookedUp(asked.FirstScan.Code);
            if (string.IsNullOrEmpty(asked.By.Reason)) return IdentityCodeRefusals.ReasonRequired;
        }

        return this with { Revision = Revision + 1, Unbound = asked.By };
    }

    internal Result<CodeRange> Freeze(string id, AskedCodes codes, bool byRegulator, int? expectedRevision, Deed by)
    {
        if (Unbound is not null) return IdentityCodeRefusals.Unbound(id);
        if (!Wording.Fits(by.Reason, Wording.ReasonLength)) return IdentityCodeRefusals.ReasonRequired;
        if (codes.Start.Length == Start.Length && codes.AgainstCheckDigits(Checked) is { } wrong) return wrong;
        if (!Run.Contains(codes.Start)) return IdentityCodeRefusals.OutsideRange(codes.Start.Value);
        if (!Run.Contains(codes.End)) return IdentityCodeRefusals.OutsideRange(codes.End.Value);
        if (Freezes.Any(freeze => Says(freeze, codes, byRegulator, by))) return this;
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        if (Freezes.Length >= MostFreezes) return IdentityCodeRefusals.TooManyFreezes(MostFreezes);
        return this with
        {
            Revision = Revision + 1,
            Freezes = Freezes.Add(new()
            {
                Number = Freezes.Length + 1, Start = codes.Start, End = codes.End, ByRegulator = byRegulator, Frozen = by,
            }),
        };
    }

    internal Result<CodeRange> Lift(int number, bool byRegulator, int? expectedRevision, Deed by)
    {
        if (Freezes.FirstOrDefault(freeze => freeze.Number == number) is not { } freeze) return SharedRefusals.NotFound("code-freeze");
        if (!Wording.Fits(by.Reason, Wording.ReasonLength)) return IdentityCodeRefusals.ReasonRequired;
        if (freeze.ByRegulator && !byRegulator) return IdentityCodeRefusals.FrozenByRegulator;
        if (freeze.Lifted is not null) return this;
        if (Common.Revision.Outdated(Revision, expectedRevision) is { } stale) return stale;
        return this with { Revision = Revision + 1, Freezes = Freezes.Replace(freeze, freeze with { Lifted = by }) };
    }

    internal CodeRangeView ToView(CreditCode enterprise, string id) => new()
    {
        Revision = Revision,
        Id = id,
        Enterprise = enterprise,
        Batch = Batch,
        Start = Start,
        End = End,
        Codes = Codes,
        Bound = Bound?.Shown(),
        Unbound = Unbound?.Shown(),
        Freezes = [.. Freezes.Select(freeze => freeze.ToView(Checked))],
    };

    /// <summary>The same freeze asked for again, as by a client that did not hear the answer.</summary>
    private static bool Says(CodeFreeze freeze, AskedCodes codes, bool byRegulator, Deed by) =>
        freeze.Lifted is null && (freeze.Start, freeze.End, freeze.ByRegulator) == (codes.Start, codes.End, byRegulator)
            && freeze.Frozen?.Reason == by.Reason;
}
