using Orleans.Embedded;

namespace Orleans.Runtime;

/// <summary>What every generated reference derives from: a name and the way to the one who bears it.</summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    internal GrainReference(Catalog catalog, GrainId grainId)
    {
        Catalog = catalog;
        GrainId = grainId;
    }

    public GrainId GrainId { get; }

    internal Catalog Catalog { get; }

    public bool Equals(GrainReference? other) => other is not null && other.GrainId == GrainId;

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    internal Task<T> Send<T>(Request<T> request)
    {
        Catalog.Dispatch(GrainId, request);
        return request.Answer;
    }
}
