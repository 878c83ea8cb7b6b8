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
}
