using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>The doors to allocations and ranges of codes.</summary>
public static class CodeGrainFactory
{
    private const string Allocation = "allocation-";
    private const string Range = "code-range-";
    private const int CreditCodeLength = 18;

    public static ICodeAllocationGrain CodeAllocation(this IGrainFactory grains, CreditCode enterprise, string id) =>
        grains.GetGrain<ICodeAllocationGrain>($"{Allocation}{enterprise}-{id}");

    public static ICodeRangeGrain CodeRange(this IGrainFactory grains, CreditCode enterprise, string id) =>
        grains.GetGrain<ICodeRangeGrain>($"{Range}{enterprise}-{id}");

    public static (CreditCode Enterprise, string Id) AllocationOf(string key) => Parts(key[Allocation.Length..]);

    public static (CreditCode Enterprise, string Id) RangeOf(string key) => Parts(key[Range.Length..]);

    private static (CreditCode Enterprise, string Id) Parts(string rest) =>
        (CreditCode.Parse(rest[..CreditCodeLength], null), rest[(CreditCodeLength + 1)..]);
}
