using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>Allocation (身份码分配) as stored: a run of codes that an enterprise has. It never changes.</summary>
[GenerateSerializer, Immutable, Alias("code-allocation")]
public sealed record CodeAllocation
{
    [Id(0)] public int Revision { get; init; }
    [Id(1)] public CodeSource Source { get; init; }

    /// <summary>The layout as it was then; what the configuration makes of its name later changes no code.</summary>
    [Id(2)] public IdentityCodeLayout Layout { get; init; } = new();
    [Id(3)] public IdentityCode Start { get; init; }
    [Id(4)] public IdentityCode End { get; init; }
    [Id(5)] public long Codes { get; init; }
    [Id(6)] public string? ProductSerial { get; init; }

    /// <summary>The digits that all of the platform's codes of this enterprise begin with.</summary>
    [Id(7)] public string? Space { get; init; }
    [Id(8)] public string? Vendor { get; init; }
    [Id(9)] public string? Note { get; init; }
    [Id(10)] public Deed? Allocated { get; init; }

    internal Result<CodeAllocation> Allocate(AllocationPlan plan, DrawnCodes drawn, Deed by)
    {
        if (drawn.First is not { } first) return IdentityCodeRefusals.SerialsExhausted(plan.Layout.Name);
        var run = plan.RunFrom(drawn, first);
        return new CodeAllocation
        {
            Revision = Revision + 1, Source = CodeSource.Platform, Layout = plan.Layout, Start = run.Start, End = run.End,
            Codes = plan.Count, ProductSerial = plan.ProductSerial, Space = plan.SpaceOf(drawn.EnterpriseSerial), Note = plan.Note,
            Allocated = by,
        };
    }

    internal Result<CodeAllocation> Register(CodeRegistration asked, RunInWay? inTheWay, Deed by)
    {
        if (inTheWay is not null) return IdentityCodeRefusals.AllocationOverlap(inTheWay.Start, inTheWay.End);
        return new CodeAllocation
        {
            Revision = Revision + 1, Source = CodeSource.EarlierVendor, Layout = asked.Layout, Start = asked.Run.Start, End = asked.Run.End,
            Codes = (long)asked.Run.Count, Vendor = asked.Vendor, Note = asked.Note, Allocated = by,
        };
    }

    internal Result<CodeAllocation> Repeat(string id, AllocationPlan plan) =>
        Source == CodeSource.Platform && Layout.Name == plan.Layout.Name && Codes == plan.Count && ProductSerial == plan.ProductSerial
            && Note == plan.Note
            ? this
            : IdentityCodeRefusals.ExistsWithDifferentContent(id);

    internal Result<CodeAllocation> Repeat(string id, CodeRegistration asked) =>
        Source == CodeSource.EarlierVendor && Layout.Name == asked.Layout.Name && (Start, End) == (asked.Run.Start, asked.Run.End)
            && (Vendor, Note) == (asked.Vendor, asked.Note)
            ? this
            : IdentityCodeRefusals.ExistsWithDifferentContent(id);

    internal CodeAllocationView ToView(CreditCode enterprise, string id) => new()
    {
        Revision = Revision,
        Id = id,
        Enterprise = enterprise,
        Source = Source,
        Layout = Layout,
        Start = Start,
        End = End,
        Codes = Codes,
        ProductSerial = ProductSerial,
        Vendor = Vendor,
        Note = Note,
        Allocated = Allocated?.Shown(),
    };
}
