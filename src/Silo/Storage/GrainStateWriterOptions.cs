namespace Suyuan.Silo.Storage;

internal sealed record GrainStateWriterOptions
{
    /// <summary>Batches under way at once, each on its own connection. Two let one compute while the other waits for the disk.</summary>
    public int Lanes { get; init; } = 2;

    public int MaxBatch { get; init; } = 256;

    /// <summary>Writes that may wait; callers beyond them wait to enqueue.</summary>
    public int Capacity { get; init; } = 4096;
}
