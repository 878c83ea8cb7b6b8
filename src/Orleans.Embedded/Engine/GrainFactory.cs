using Orleans.Runtime;

namespace Orleans.Embedded;

internal sealed class GrainFactory(Catalog catalog, GrainTypes types) : IGrainFactory
{
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        var type = types.Implementing(typeof(TGrainInterface), grainClassNamePrefix);
        return (TGrainInterface)(object)catalog.Refer(typeof(TGrainInterface), GrainId.Create(type, primaryKey));
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable =>
        (TGrainInterface)(object)catalog.Refer(typeof(TGrainInterface), grainId);
}
