using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Enterprises;
using Suyuan.GinLines;
using Suyuan.TraceCards;
using Suyuan.WeighTickets;

namespace Suyuan.Interchange;

/// <summary>
/// Web URIs of things, places and classes, as CBV 2.0 wants them of parties without GS1 keys. Those of cards and bales are what their
/// labels lead to.
/// </summary>
internal sealed record EpcisNames(string Host)
{
    public string Namespace => $"{Host}/ns/epcis/";

    public string Card(CardNumber card) => $"{Host}/c/{card}";

    public string Bale(BaleBarcode barcode) => $"{Host}/b/{barcode}";

    public string BaleLot(string batch) => $"{Host}/obj/bale-lot/{Uri.EscapeDataString(batch)}";

    public string Ticket(GinCode gin, TicketNumber ticket) => $"{Host}/obj/weigh-ticket/{gin}/{Uri.EscapeDataString(ticket.Value)}";

    public string SeedCotton(GinCode gin, TicketNumber ticket) => $"{Host}/class/seed-cotton/{gin}/{Uri.EscapeDataString(ticket.Value)}";

    public string Gin(GinCode gin) => $"{Host}/loc/gin/{gin}";

    public string Line(GinCode gin, int line) => $"{Gin(gin)}/{line}";

    public string Batch(CreditCode enterprise, BatchNumber batch) => $"{Host}/class/batch/{enterprise}/{batch}";

    /// <summary>What a packing or processing record calls its output.</summary>
    public string Lot(CreditCode enterprise, BatchNumber batch, string lot) =>
        $"{Batch(enterprise, batch)}/{Uri.EscapeDataString(lot)}";

    public string PackingLot(CreditCode enterprise, BatchNumber batch, string lot) =>
        $"{Host}/obj/packing-lot/{enterprise}/{batch}/{Uri.EscapeDataString(lot)}";

    public string Codes(CreditCode enterprise, BatchNumber batch, string range) => $"{Batch(enterprise, batch)}/codes/{range}";

    public string Zone(CreditCode enterprise, string zone) => $"{Host}/loc/zone/{enterprise}/{zone}";

    public string Enterprise(CreditCode enterprise) => $"{Host}/loc/enterprise/{enterprise}";

    /// <summary>Buyers and places are known by what the enterprise calls them.</summary>
    public string Party(CreditCode enterprise, string name) => $"{Host}/obj/party/{enterprise}/{Uri.EscapeDataString(name)}";

    public string Place(CreditCode enterprise, string name) => $"{Host}/loc/place/{enterprise}/{Uri.EscapeDataString(name)}";

    public string TestReport(CreditCode enterprise, string id) => $"{Host}/obj/test-report/{enterprise}/{id}";

    public string Sensor(string id) => $"{Host}/obj/sensor/{id}";

    /// <summary>The exact step where the vocabulary only has `other`.</summary>
    public string Step(string stage) => $"{Namespace}step/{stage}";
}
