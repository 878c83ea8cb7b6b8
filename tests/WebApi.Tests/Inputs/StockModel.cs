namespace Suyuan.Inputs.Tests;

/// <summary>What may happen to a stock: a record draws, a purchase is corrected, a lot is retired or comes back.</summary>
internal abstract record StockStep
{
    public sealed record Draw(string Source, IReadOnlyDictionary<string, int> Uses) : StockStep;

    public sealed record Buy(string Lot, int Quantity) : StockStep;

    public sealed record Retire(string Lot, bool Retired) : StockStep;
}

/// <summary>A stock as a ledger of who holds how much of what: the plainest thing that could be right.</summary>
internal sealed class StockModel
{
    private readonly Dictionary<string, (int Quantity, bool Retired)> lots = [];
    private readonly Dictionary<(string Source, string Lot), int> ledger = [];

    public IEnumerable<string> Lots => lots.Keys;

    /// <summary>Does the step whole, or not at all; tells which.</summary>
    public bool Do(StockStep step) => step switch
    {
        StockStep.Draw draw => Do(draw),
        StockStep.Buy buy => Do(buy),
        StockStep.Retire retire => Do(retire),
        _ => throw new InvalidOperationException(),
    };

    public int Used(string lot) => ledger.Where(entry => entry.Key.Lot == lot).Sum(entry => entry.Value);

    public string Describe() => string.Join(", ", lots.Keys.Order(StringComparer.Ordinal).Select(lot => $"{lot} {Used(lot)}/{lots[lot].Quantity}"));

    private bool Do(StockStep.Draw draw)
    {
        var wanted = lots.Keys.Union(draw.Uses.Keys).ToDictionary(lot => lot, lot => draw.Uses.GetValueOrDefault(lot));
        foreach (var (lot, quantity) in wanted)
        {
            var held = ledger.GetValueOrDefault((draw.Source, lot));
            if (quantity <= held) continue;
            if (!lots.TryGetValue(lot, out var stock) || stock.Retired || Used(lot) - held + quantity > stock.Quantity) return false;
        }

        foreach (var (lot, quantity) in wanted) ledger[(draw.Source, lot)] = quantity;
        return true;
    }

    private bool Do(StockStep.Buy buy)
    {
        if (buy.Quantity < Used(buy.Lot)) return false;
        lots[buy.Lot] = (buy.Quantity, lots.GetValueOrDefault(buy.Lot).Retired);
        return true;
    }

    private bool Do(StockStep.Retire retire)
    {
        if (lots.TryGetValue(retire.Lot, out var stock)) lots[retire.Lot] = (stock.Quantity, retire.Retired);
        return true;
    }
}
