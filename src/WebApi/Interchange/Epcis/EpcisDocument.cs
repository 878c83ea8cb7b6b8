using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Suyuan.Interchange;

/// <summary>An EPCIS document that is written event by event: however many there are, few are in memory.</summary>
internal sealed class EpcisDocument(EpcisNames names, DateTimeOffset created, IAsyncEnumerable<EpcisEvent> events) : IResult
{
    public const string MediaType = "application/ld+json";
    private const string Context = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";
    private const int FlushedAt = 32 * 1024;
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task ExecuteAsync(HttpContext http)
    {
        http.Response.ContentType = MediaType;
        await Write(http.Response.Body, http.RequestAborted);
    }

    public async Task Write(Stream to, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(to, Writing);
        json.WriteStartObject();
        json.WriteStartArray("@context");
        json.WriteStringValue(Context);
        json.WriteStartObject();
        json.WriteString(EpcisEvent.Prefix, names.Namespace);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("type", "EPCISDocument");
        json.WriteString("schemaVersion", "2.0");
        json.WriteString("creationDate", created);
        json.WriteStartObject("epcisBody");
        json.WriteStartArray("eventList");
        await foreach (var told in events.WithCancellation(cancellationToken))
        {
            told.Json.WriteTo(json);
            if (json.BytesPending > FlushedAt) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
