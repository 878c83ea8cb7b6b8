namespace Suyuan.Enterprises;

/// <summary>The doors to what an enterprise tells of itself: keys are `zone-{credit code}-{id}`, `plot-…`, `product-…`.</summary>
public static class EntryGrainFactory
{
    public static IEnterpriseEntryGrain Entry(this IGrainFactory grains, EntryKind kind, CreditCode enterprise, string id) => kind switch
    {
        EntryKind.ProductionZone => grains.ProductionZone(enterprise, id),
        EntryKind.Plot => grains.GetGrain<IPlotGrain>($"plot-{enterprise}-{id}"),
        _ => grains.GetGrain<IProductGrain>($"product-{enterprise}-{id}"),
    };

    public static IProductionZoneGrain ProductionZone(this IGrainFactory grains, CreditCode enterprise, string id) =>
        grains.GetGrain<IProductionZoneGrain>($"zone-{enterprise}-{id}");

    public static (CreditCode Enterprise, string Id) EntryOf(string key)
    {
        var parts = key.Split('-', 3);
        return (CreditCode.Parse(parts[1], null), parts[2]);
    }
}
