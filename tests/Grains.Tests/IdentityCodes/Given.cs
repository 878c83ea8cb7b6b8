using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Regions;

namespace Suyuan.IdentityCodes.Tests;

/// <summary>Allocations and ranges, made through the public decisions alone.</summary>
internal static class Given
{
    public static readonly CreditCode Enterprise = CreditCode.Parse("91330100799655058B", null);
    public static readonly BatchNumber Number = BatchNumber.Parse("2026030500001", null);
    public static readonly Caller Platform = new("platform", Role.Platform, "");
    public static readonly Caller Recorder = new("recorder-1", Role.Recorder, Enterprise.Value);
    public static readonly Deed By = new("recorder-1", new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    public static readonly DistrictCode District = DistrictCode.Parse("330110", null);
    public static readonly CodeLayouts Layouts = new([]);

    /// <summary>A hundred codes of the standard layout: units 0 to 99 of the first product of the seventh enterprise.</summary>
    public static CodeRun Hundred => CodeRun.Of(Body(0), Body(99), 20, true);

    public static AllocateCodes Asking(long count = 100, int? product = 1, string? layout = null, string? note = null) =>
        new() { By = Platform, Count = count, ProductSerial = product, Layout = layout, Note = note };

    public static Result<AllocationPlan> Plan(AllocateCodes? asked = null, IdentityCodeLayout? layout = null) =>
        AllocationPlan.Of(asked ?? Asking(), layout ?? Layouts.Default, District);

    public static CodeAllocation Allocation() => new CodeAllocation().Allocate(Plan().Value, new(7, 0), By).Value;

    public static RegisterCodeRun Registering(string start, string end, string layout = CodeLayouts.Plain, string? vendor = "某软件公司") =>
        new() { By = Platform, Start = start, End = end, Layout = layout, Vendor = vendor };

    public static Result<CodeRegistration> Registration(RegisterCodeRun asked) => CodeRegistration.Of(asked, Layouts.Find(asked.Layout));

    public static BatchView Batch(BatchState state = BatchState.Running) => new() { Revision = 1, Enterprise = Enterprise, Number = Number, State = state };

    public static CodeRange Range(CodeRun? run = null) => new CodeRange().Bind(Batch(), run ?? Hundred, null, By).Value;

    public static IdentityCode Code(int unit) => CodeRun.CodeOf(Body(unit), 20, true);

    public static AskedCodes Asked(int first, int last) => AskedCodes.Of(Code(first).Value, Code(last).Value).Value;

    public static CodeRange Frozen(int first = 10, int last = 19, bool byRegulator = false) =>
        Range().Freeze("r1", Asked(first, last), byRegulator, null, By with { Reason = "召回" }).Value;

    public static UInt128 Body(int unit) => UInt128.Parse("3301100007001000000", null) + (UInt128)unit;
}
