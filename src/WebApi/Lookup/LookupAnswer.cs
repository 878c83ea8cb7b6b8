using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>What consumers may know of the product that bears a code.</summary>
internal sealed record LookupAnswer
{
    public required string Code { get; init; }
    public required AskedBy Asked { get; init; }
    public required LookupScans Scans { get; init; }
    public required LookupState State { get; init; }

    /// <summary>What consumers are told beside, most important first.</summary>
    public required IReadOnlyList<LookupNotice> Notices { get; init; }

    public required string Enterprise { get; init; }
    public required string Batch { get; init; }

    /// <summary>Basic information (基本信息).</summary>
    public required BasicInformation Basic { get; init; }

    /// <summary>Deep trace (深度追溯); empty on a recalled product.</summary>
    public required IReadOnlyList<PublicTab> Tabs { get; init; }

    public required IReadOnlyList<PublicMoment> Timeline { get; init; }

    /// <summary>Files at /q/{code}/files/{sha256}; on a recalled product those of basic information alone.</summary>
    public required IReadOnlyList<PublicFile> Files { get; init; }
}

/// <summary>How the code came here: from a QR code with the signature that only labels bear, or typed in (or copied).</summary>
internal enum AskedBy
{
    Typed,
    Scanned,
}

/// <summary>How often the code was looked up, by whom never; with what a page says about it.</summary>
internal sealed record LookupScans(long Count, DateTimeOffset? FirstAt, string Text, string? Warning);

/// <summary>What there is to see.</summary>
internal enum LookupState
{
    /// <summary>Basic information alone: nothing of the deep trace was published.</summary>
    Basic,
    Published,

    /// <summary>The code is frozen (冻结): a recall notice stands first.</summary>
    Recalled,
}

/// <summary>A notice by a code of its own.</summary>
internal sealed record LookupNotice(string Code, FormText Text);
