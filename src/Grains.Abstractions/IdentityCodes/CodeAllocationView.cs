using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>Allocation (身份码分配): a run of codes that an enterprise has.</summary>
[GenerateSerializer, Immutable, Alias("code-allocation-view")]
public sealed record CodeAllocationView : IRevisioned
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public string Id { get; init; } = "";
    [Id(2)] public CreditCode Enterprise { get; init; }
    [Id(3)] public CodeSource Source { get; init; }
    [Id(4)] public IdentityCodeLayout Layout { get; init; } = new();
    [Id(5)] public IdentityCode Start { get; init; }
    [Id(6)] public IdentityCode End { get; init; }
    [Id(7)] public long Codes { get; init; }

    /// <summary>The serial of the product in the codes, where the layout has one.</summary>
    [Id(8)] public string? ProductSerial { get; init; }

    /// <summary>Who printed the rolls, where it was an earlier vendor.</summary>
    [Id(9)] public string? Vendor { get; init; }
    [Id(10)] public string? Note { get; init; }
    [Id(11)] public Deed? Allocated { get; init; }

    public CodeRun Run() => new(Start, End, Layout.IsChecked);
}
