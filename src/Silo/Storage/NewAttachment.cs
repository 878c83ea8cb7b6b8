namespace Suyuan.Silo.Storage;

/// <summary>A file that was checked and is to be kept: what it is, whose, and who brought it when.</summary>
public sealed record NewAttachment
{
    public required string Sha256 { get; init; }
    public required string MediaType { get; init; }
    public required long Bytes { get; init; }
    public required string Enterprise { get; init; }
    public string? Name { get; init; }
    public required string Account { get; init; }
    public required DateTimeOffset At { get; init; }
}
