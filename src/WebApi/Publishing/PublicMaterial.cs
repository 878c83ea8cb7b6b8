using Suyuan.Forms;
using Suyuan.Sensors;
using Suyuan.SiteRecords;

namespace Suyuan.Publishing;

/// <summary>What the function public_view gives: raw, with what nobody may see still in it. It never leaves this folder.</summary>
internal sealed record PublicMaterial
{
    public required DateOnly Today { get; init; }
    public required RawEnterprise Enterprise { get; init; }
    public required RawProduct Product { get; init; }
    public RawProfile? Profile { get; init; }

    /// <summary>The enterprise's own filings and the product's, issued or revoked.</summary>
    public IReadOnlyList<RawFiling> Filings { get; init; } = [];

    /// <summary>The batch itself and its stages in the order of its menu.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Those of published items, by item, in the order of time.</summary>
    public IReadOnlyList<RawRecord> Records { get; init; } = [];

    /// <summary>Those inside a pre-harvest interval.</summary>
    public IReadOnlyList<RawHarvest> Harvests { get; init; } = [];

    /// <summary>What plots and lots are called.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The media types of the enterprise's files.</summary>
    public IReadOnlyDictionary<string, string> Media { get; init; } = new Dictionary<string, string>();

    /// <summary>Given where health checks are published.</summary>
    public StaffHealth? StaffHealth { get; init; }

    /// <summary>Given where sensors are published.</summary>
    public IReadOnlyList<RawReading>? Sensors { get; init; }
}

/// <param name="Kind">Company, cooperative, familyFarm or individual, as filed; else as its profile says.</param>
internal sealed record RawEnterprise(string Name, string District, string? Kind)
{
    /// <summary>Its address is the home of a private person (2.11: up to the county for the public).</summary>
    public bool IsPrivatePerson => Kind is "familyFarm" or "individual";
}

internal sealed record RawProduct(string Name, string Category);

internal sealed record RawProfile(int FormVersion, FormAnswers Answers);

internal sealed record RawFiling(string Kind, string State, DateOnly? ValidTo);

internal sealed record RawRecord(string Item, string Form, int FormVersion, FormAnswers Answers, DateOnly? Day, DateOnly? LawfulFrom);

internal sealed record RawHarvest(DateOnly Date, DateOnly LawfulFrom);

internal sealed record RawReading(string Name, SensorQuantity Quantity, DateOnly Day, decimal Min, decimal Max, decimal Mean);
