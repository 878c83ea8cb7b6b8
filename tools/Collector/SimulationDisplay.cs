using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Suyuan.Collector;

/// <summary>Shows a simulation: a live table on a terminal, a line a second elsewhere, only a summary with --json.</summary>
internal sealed class SimulationDisplay : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan EachLine = TimeSpan.FromSeconds(1);

    private readonly bool json;
    private readonly long bales;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Table table = new Table().AddColumns("", "").HideHeaders();
    private readonly TaskCompletionSource ended = new();
    private readonly Task? live;
    private LineProgress? last;
    private TimeSpan shown;

    private SimulationDisplay(bool json, long bales)
    {
        (this.json, this.bales) = (json, bales);
        if (!json && !Console.IsOutputRedirected) live = AnsiConsole.Live(table).StartAsync(KeepShowing);
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    private double BalesPerSecond => (last?.Done.Bales ?? 0) / Math.Max(0.001, Elapsed.TotalSeconds);

    public static SimulationDisplay For(bool json, long bales) => new(json, bales);

    public void Show(LineProgress progress)
    {
        last = progress;
        if (json || live is not null) return;
        if (progress.Refused is { } refused) Console.WriteLine($"refused: {refused}");
        if (Elapsed - shown < EachLine) return;
        shown = Elapsed;
        Console.WriteLine(string.Join("  ", Facts().Select(fact => $"{fact.Name} {fact.Value}")));
    }

    public void End(SimulationSummary done)
    {
        Dispose();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(done, Json));
            return;
        }

        if (done.OutOfCards) Console.WriteLine("No card is left to scan.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Bales} bales ({done.Traced} traced), {done.Scans} scans, {done.FinishedCards} cards finished, {done.Refused} refused, "
            + $"{done.Resent} resent, last sequence {done.LastSequence}, {BalesPerSecond:0.0} bales/s"));
    }

    public void Dispose()
    {
        ended.TrySetResult();
        live?.GetAwaiter().GetResult();
    }

    private async Task KeepShowing(LiveDisplayContext context)
    {
        while (!ended.Task.IsCompleted)
        {
            Draw();
            context.Refresh();
            await Task.WhenAny(ended.Task, Task.Delay(Refresh));
        }

        Draw();
    }

    private void Draw()
    {
        table.Rows.Clear();
        foreach (var (name, value) in Facts()) table.AddRow(name, value);
        if (last?.Refused is { } refused) table.AddRow("refused", Markup.Escape(refused.ToString()));
    }

    private IEnumerable<(string Name, string Value)> Facts()
    {
        if (last is not { } at) return [("waiting", "for the line")];
        return
        [
            ("bales", string.Create(CultureInfo.InvariantCulture, $"{at.Done.Bales}/{bales}")),
            ("bales/s", BalesPerSecond.ToString("0.0", CultureInfo.InvariantCulture)),
            ("queue", at.Queue.ToString(CultureInfo.InvariantCulture)),
            ("card", at.InWork ?? "-"),
            ("kg left", at.KgLeft?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-"),
            ("resent", at.Done.Resent.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
