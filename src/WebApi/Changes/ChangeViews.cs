namespace Suyuan.Changes;

/// <summary>A new version of a resource. It tells that something changed and where to read it, never what it says.</summary>
/// <param name="Id">As in the resource's address: a card's number, a ticket's number, a line's number.</param>
/// <param name="Version">Of the resource; a line's is the number of its last message.</param>
/// <param name="Href">The resource's address, relative to this host.</param>
internal sealed record Change(ChangeKind Kind, string Id, int Version, DateTimeOffset ChangedAt, string Href);

/// <summary>Changes in order. There is always a next: an empty page's is where to go on when something has changed.</summary>
/// <param name="Next">The `after` of the next call.</param>
/// <param name="More">More is there already; otherwise whoever asks again at once gets an empty page.</param>
internal sealed record ChangePage(IReadOnlyList<Change> Items, string Next, bool More);
