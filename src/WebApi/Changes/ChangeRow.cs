using Npgsql;

namespace Suyuan.Changes;

/// <summary>A version as it is stored, and what of its record the address needs.</summary>
internal sealed record ChangeRow(After Place, DateTimeOffset ChangedAt)
{
    public string? Gin { get; private init; }
    public string? Ticket { get; private init; }
    public string? Number { get; private init; }
    public string? Enterprise { get; private init; }
    public string? Batch { get; private init; }

    public static ChangeRow Of(NpgsqlDataReader row) => new(
        new(row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt32(4)), row.GetFieldValue<DateTimeOffset>(5))
    {
        Gin = Text(row, 6), Ticket = Text(row, 7), Number = Text(row, 8), Enterprise = Text(row, 9), Batch = Text(row, 10),
    };

    public Change ToChange()
    {
        var kind = ChangeKinds.Of(Place.Kind);
        var id = IdOf(kind);
        return new(kind, id, Place.Version, ChangedAt, "/api/v1" + PathOf(kind, Uri.EscapeDataString(id)));
    }

    private string IdOf(ChangeKind kind) => kind switch
    {
        ChangeKind.WeighTicket => Ticket!,
        ChangeKind.TraceCard or ChangeKind.GinLine => Number!,
        ChangeKind.Enterprise => Enterprise!,
        ChangeKind.Publication => Batch ?? Enterprise!,
        // Keys of what lies beside others of an enterprise are a word, the enterprise and the id; the others' a word and the id.
        _ when Enterprise is { } own && Place.Key.IndexOf($"-{own}-", StringComparison.Ordinal) is >= 0 and var at =>
            Place.Key[(at + own.Length + 2)..],
        _ => Place.Key[(Place.Key.IndexOf('-', StringComparison.Ordinal) + 1)..],
    };

    private string PathOf(ChangeKind kind, string id) => kind switch
    {
        ChangeKind.Season => $"/seasons/{id}",
        ChangeKind.Region => $"/regions?q={id}",
        ChangeKind.Account => $"/accounts?search={id}",
        ChangeKind.Grower => $"/growers/{id}",
        ChangeKind.TraceUnit => $"/trace-units/{id}",
        ChangeKind.WeighTicket => $"/gins/{Gin}/weigh-tickets/{id}",
        ChangeKind.TraceCard => $"/gins/{Gin}/trace-cards/{id}",
        ChangeKind.GinLine => $"/gins/{Gin}/lines/{id}",
        ChangeKind.Filing => $"/filings/{id}",
        ChangeKind.Enterprise => OfEnterprise,
        ChangeKind.ProductionZone => $"{OfEnterprise}/zones/{id}",
        ChangeKind.Plot => $"{OfEnterprise}/plots/{id}",
        ChangeKind.Product => $"{OfEnterprise}/products/{id}",
        ChangeKind.Batch => $"{OfEnterprise}/batches/{id}",
        ChangeKind.Input => $"{OfEnterprise}/inputs/{id}",
        ChangeKind.InputLot => $"{OfEnterprise}/input-lots/{id}",
        ChangeKind.SiteRecord => $"{OfEnterprise}/site-records/{id}",
        ChangeKind.Sensor => $"{OfEnterprise}/sensors/{id}",
        ChangeKind.CodeAllocation => $"{OfEnterprise}/code-allocations/{id}",
        ChangeKind.CodeRange => $"{OfEnterprise}/batches/{Batch}/code-ranges/{id}",
        ChangeKind.Publication => OfEnterprise + (Batch is null ? "" : $"/batches/{Batch}") + "/publication",
        ChangeKind.PublicProfile => $"{OfEnterprise}/public-profiles/{id}",
        _ => throw new InvalidOperationException($"{kind} has no address."),
    };

    private string OfEnterprise => $"/enterprises/{Enterprise}";

    private static string? Text(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);
}
