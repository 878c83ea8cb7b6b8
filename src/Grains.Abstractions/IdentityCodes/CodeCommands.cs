using Suyuan.Accounts;
using Suyuan.Batches;

namespace Suyuan.IdentityCodes;

/// <summary>The platform gives an enterprise the next free codes of a layout. Repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("allocate-codes")]
public sealed record AllocateCodes
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required long Count { get; init; }

    /// <summary>The name of a layout; without one it is the default.</summary>
    [Id(2)] public string? Layout { get; init; }

    /// <summary>Which of the enterprise's products the codes are for, where the layout tells.</summary>
    [Id(3)] public int? ProductSerial { get; init; }
    [Id(4)] public string? Note { get; init; }
}

/// <summary>Enters a run of codes that stands on rolls of an earlier vendor. Repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("register-code-run")]
public sealed record RegisterCodeRun
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public required string Start { get; init; }
    [Id(2)] public required string End { get; init; }
    [Id(3)] public required string Layout { get; init; }
    [Id(4)] public string? Vendor { get; init; }
    [Id(5)] public string? Note { get; init; }
}

/// <summary>Binds (关联) a range of codes to a batch (添加连续身份码). Repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("bind-codes")]
public sealed record BindCodes(
    [property: Id(0)] Caller By, [property: Id(1)] BatchNumber Batch, [property: Id(2)] string Start, [property: Id(3)] string End);

/// <summary>Unbinds a range: freely while no code of it was looked up, then by the administrator alone, who says why.</summary>
[GenerateSerializer, Immutable, Alias("unbind-codes")]
public sealed record UnbindCodes(
    [property: Id(0)] Caller By, [property: Id(1)] BatchNumber Batch, [property: Id(2)] string? Reason,
    [property: Id(3)] int? ExpectedRevision);

/// <summary>Freezes a part of a range, as for a recall.</summary>
[GenerateSerializer, Immutable, Alias("freeze-codes")]
public sealed record FreezeCodes(
    [property: Id(0)] Caller By, [property: Id(1)] BatchNumber Batch, [property: Id(2)] string Start, [property: Id(3)] string End,
    [property: Id(4)] string Reason, [property: Id(5)] int? ExpectedRevision);

/// <summary>Lifts a freeze.</summary>
[GenerateSerializer, Immutable, Alias("lift-code-freeze")]
public sealed record LiftCodeFreeze(
    [property: Id(0)] Caller By, [property: Id(1)] BatchNumber Batch, [property: Id(2)] int Number, [property: Id(3)] string Reason,
    [property: Id(4)] int? ExpectedRevision);
