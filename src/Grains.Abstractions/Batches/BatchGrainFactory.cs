using Suyuan.Enterprises;

namespace Suyuan.Batches;

/// <summary>The doors to batches.</summary>
public static class BatchGrainFactory
{
    private const string Prefix = "batch-";
    private const string DeskPrefix = "batch-desk-";
    private const int CreditCodeLength = 18;

    public static IBatchGrain Batch(this IGrainFactory grains, CreditCode enterprise, BatchNumber number) =>
        grains.GetGrain<IBatchGrain>($"{Prefix}{enterprise}-{number}");

    public static IBatchDeskGrain BatchDesk(this IGrainFactory grains, CreditCode enterprise) =>
        grains.GetGrain<IBatchDeskGrain>($"{DeskPrefix}{enterprise}");

    public static (CreditCode Enterprise, BatchNumber Number) BatchOf(string key) => (
        CreditCode.Parse(key.Substring(Prefix.Length, CreditCodeLength), null),
        BatchNumber.Parse(key[(Prefix.Length + CreditCodeLength + 1)..], null));

    public static CreditCode DeskOf(string key) => CreditCode.Parse(key[DeskPrefix.Length..], null);
}
