using Npgsql;

namespace Suyuan.Changes;

/// <summary>A version as it is stored, and what of its record the address needs.</summary>
internal sealed record ChangeRow(After Place, DateTimeOffset ChangedAt, string? Gin, string? Ticket, string? Number)
{
    public static ChangeRow Of(NpgsqlDataReader row) => new(
        new(row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetInt32(4)),
        row.GetFieldValue<DateTimeOffset>(5),
        Text(row, 6),
        Text(row, 7),
        Text(row, 8));

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
        // The others' keys are a word and the id.
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
        _ => throw new InvalidOperationException($"{kind} has no address."),
    };

    private static string? Text(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : row.GetString(place);
}
