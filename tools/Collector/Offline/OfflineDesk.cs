using System.Globalization;

namespace Suyuan.Collector;

/// <summary>The operator's desk of an off-line collector: a command a line in, an answer a line out.</summary>
internal sealed class OfflineDesk(OfflineCollector collector, long seed, TextWriter says)
{
    private readonly OfflineSimulator simulator =
        new(collector, new(collector.Key.Gin, collector.Key.Line, seed), TimeProvider.System);

    public void Press(int bales)
    {
        var traced = simulator.Run(bales);
        says.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bales} bales, {traced} traced. {Status()}"));
    }

    public void Run(TextReader commands)
    {
        while (commands.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length > 0) says.WriteLine(Do(words)?.Message ?? Status());
        }
    }

    private OfflineRefusal? Do(string[] words)
    {
        switch (words)
        {
            case ["scan", var card]:
                return collector.Scan(card);
            case ["scan", var card, var delay] when int.TryParse(delay, CultureInfo.InvariantCulture, out var bales):
                return collector.Scan(card, bales);
            case ["bale"]:
                simulator.Press();
                return null;
            case ["finish"]:
                return collector.Finish();
            case ["reopen", var card]:
                return collector.Reopen(card);
            default:
                return words is ["status"] ? null : new("", "scan CARD [DELAY], bale, finish, reopen CARD, status");
        }
    }

    private string Status() => string.Create(
        CultureInfo.InvariantCulture,
        $"sequence {collector.Line.LastSequence}, queue {collector.Line.Queue.Count}, card {collector.Line.InWork?.Number ?? "-"}, "
        + $"{collector.Line.InWork?.ProcessedKg ?? 0}/{collector.Line.InWork?.QuotaKg ?? 0} kg");
}
