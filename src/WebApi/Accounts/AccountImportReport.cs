using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>What an import of company accounts did, or with a dry run would do.</summary>
internal sealed record AccountImportReport
{
    public bool DryRun { get; init; }
    public int Created { get; init; }

    /// <summary>Companies that had their account already; nothing of it changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many errors there are; the list below stops at a thousand.</summary>
    public int Refused { get; init; }
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    /// <summary>Every account of the list, in its order.</summary>
    public IReadOnlyList<ImportedAccount> Accounts { get; init; } = [];
}

/// <summary>An account of the list.</summary>
internal sealed record ImportedAccount
{
    public required RegionCode Company { get; init; }
    public required UserName UserName { get; init; }
    public required string Name { get; init; }
    public string? Contact { get; init; }
    public string? MaskedMobile { get; init; }
    public required RecordChange Change { get; init; }

    /// <summary>Of an account that this import made, told here and nowhere again; it must be changed at the first sign-in.</summary>
    public string? OneTimePassword { get; init; }
}
