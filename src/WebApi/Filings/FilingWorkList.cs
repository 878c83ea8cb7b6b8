using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>What waits for a regulator's decision, the oldest first.</summary>
/// <param name="Waiting">How many there are in all.</param>
/// <param name="Overdue">How many of them have waited too long.</param>
internal sealed record FilingWorkList(IReadOnlyList<FilingItem> Items, string? NextCursor, int Waiting, int Overdue) : IPage;
