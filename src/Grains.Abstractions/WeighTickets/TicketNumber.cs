using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.WeighTickets;

/// <summary>Weigh ticket number (磅单号), unique per gin: letters, digits and dashes, at most 40.</summary>
[GenerateSerializer, Immutable, Alias("ticket-number"), JsonConverter(typeof(ParsableJsonConverter<TicketNumber>))]
public readonly partial record struct TicketNumber([property: Id(0)] string Value) : IParsable<TicketNumber>
{
    public static TicketNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not a ticket number.");

    public static bool TryParse(string? s, IFormatProvider? provider, out TicketNumber result)
    {
        result = s is not null && Shape().IsMatch(s) ? new(s) : default;
        return result.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex Shape();
}
