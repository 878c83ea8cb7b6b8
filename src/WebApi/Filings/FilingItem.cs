using Suyuan.Enterprises;
using Suyuan.Regions;

namespace Suyuan.Filings;

/// <summary>Filing in a list.</summary>
internal sealed record FilingItem
{
    public required string Id { get; init; }
    public required CreditCode Enterprise { get; init; }
    public required string EnterpriseName { get; init; }
    public required DistrictCode District { get; init; }
    public required FilingKind Kind { get; init; }
    public required FilingState State { get; init; }

    /// <summary>Where its amendment stands, if it has one.</summary>
    public FilingState? Amendment { get; init; }

    /// <summary>The product's or the enterprise's name as it is filed; empty while it is not answered.</summary>
    public required string Title { get; init; }
    public string? Certificate { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <summary>Why it was sent back.</summary>
    public string? Opinion { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Since when it, or its amendment, waits for a decision; then also how many days and until when it should wait.</summary>
    public DateTimeOffset? WaitingSince { get; init; }
    public int? AgeDays { get; init; }
    public DateOnly? DueOn { get; init; }
    public bool Overdue { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}
