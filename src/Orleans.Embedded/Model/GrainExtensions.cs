using Orleans.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Identity of a grain, asked of the grain itself or of a reference to it.</summary>
public static class GrainExtensions
{
    public static GrainId GetGrainId(this IAddressable grain) => grain switch
    {
        GrainReference reference => reference.GrainId,
        IGrainBase { GrainContext: { } context } => context.GrainId,
        _ => throw new ArgumentException($"{grain?.GetType()} is neither a live grain nor a reference to one.", nameof(grain)),
    };

    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        var catalog = grain switch
        {
            GrainReference reference => reference.Catalog,
            IGrainBase { GrainContext: Activation activation } => activation.Catalog,
            _ => throw new ArgumentException($"{grain?.GetType()} is neither a live grain nor a reference to one.", nameof(grain)),
        };
        return (TGrainInterface)(object)catalog.Refer(typeof(TGrainInterface), grain.GetGrainId());
    }
}
