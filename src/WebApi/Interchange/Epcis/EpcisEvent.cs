using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Interchange;

/// <summary>One event of EPCIS 2.0 in JSON-LD, member by member in the order that the standard shows them.</summary>
internal sealed class EpcisEvent
{
    /// <summary>Of our extension members; the document's context says what it stands for.</summary>
    public const string Prefix = "suyuan";

    // Names of version 5 below this one are the ids of events. It may never change, or every id does.
    private static readonly Guid Ids = new("6f1d9a0e-6a55-5b0b-9d7a-1c6a3f2b8e47");

    private readonly JsonObject members = [];

    /// <param name="source">What the event tells of, and in which revision: the same always has the same id.</param>
    public EpcisEvent(string type, DateTimeOffset at, string source)
    {
        Set("type", type);
        Set("eventID", $"urn:uuid:{IdOf(source)}");
        Set("eventTime", ChinaTime.At(at));
        Set("eventTimeZoneOffset", "+08:00");
    }

    /// <summary>As it is written; an event is written once.</summary>
    public JsonObject Json => members;

    public EpcisEvent Set(string member, object? value)
    {
        if (value is not null) members[member] = value as JsonNode ?? JsonSerializer.SerializeToNode(value, SuyuanJson.Options);
        return this;
    }

    /// <summary>What happened, as the core business vocabulary (CBV 2.0) calls it.</summary>
    public EpcisEvent Happened(string step, string? disposition = null, string? action = null) =>
        Set("action", action).Set("bizStep", step).Set("disposition", disposition);

    public EpcisEvent At(string readPoint, string? location = null) =>
        Set("readPoint", new { id = readPoint }).Set("bizLocation", location is null ? null : new { id = location });

    /// <summary>Times are told to the second; some are known to the day alone, or as of the report that brought them.</summary>
    public EpcisEvent KnownTo(string what) => Own("timeKnownTo", what);

    /// <summary>From whom to whom, or from where to where: pairs of a role of CBV 2.0 and a URI.</summary>
    public EpcisEvent Went((string Type, string Uri)? from, (string Type, string Uri)? to) =>
        Set("sourceList", from is { } sent ? new[] { new { type = sent.Type, source = sent.Uri } } : null)
            .Set("destinationList", to is { } got ? new[] { new { type = got.Type, destination = got.Uri } } : null);

    /// <summary>A member of our own namespace.</summary>
    public EpcisEvent Own(string member, object? value) => Set($"{Prefix}:{member}", value);

    public EpcisEvent Quantities(string member, params EpcisQuantity[] quantities) => Set(member, quantities);

    public static Dictionary<string, object> Owned(params (string Member, object? Value)[] values) => values
        .Where(value => value.Value is not null)
        .ToDictionary(value => $"{Prefix}:{value.Member}", value => value.Value!);

    /// <summary>UUID of version 5 (RFC 9562): SHA-1 over the namespace and the name.</summary>
    public static Guid IdOf(string source)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard's version 5 is made of SHA-1; nothing is kept secret by it.
        SHA1.HashData([.. Ids.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(source)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)(hash[6] & 0x0F | 0x50);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>So much of a class of things; the unit is a code of UN/ECE Recommendation 20, absent for pieces.</summary>
internal sealed record EpcisQuantity(string EpcClass, decimal? Quantity = null, string? Uom = null);
