namespace Suyuan.Changes;

/// <summary>What the change feed tells of. A kind is in it when its resource has an address of its own.</summary>
internal enum ChangeKind
{
    Season,
    Region,
    Account,
    Grower,
    TraceUnit,
    WeighTicket,
    TraceCard,
    GinLine,
    Enterprise,
    Filing,
    ProductionZone,
    Plot,
    Product,

    /// <summary>With its stage records: each is written as a version of its batch.</summary>
    Batch,
    Input,
    InputLot,
    SiteRecord,
    Sensor,
    CodeAllocation,
    CodeRange,

    /// <summary>What of a batch, or of the enterprise itself, is open to consumers.</summary>
    Publication,
    PublicProfile,
}
