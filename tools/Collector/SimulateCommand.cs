using System.CommandLine;

namespace Suyuan.Collector;

/// <summary>The command `simulate`: its options, and one run of a line.</summary>
internal static class SimulateCommand
{
    private static readonly Option<Uri> Url = NodeAddress.Option();
    private static readonly Option<string> Gin = new("--gin") { Description = "Gin code, five digits.", Required = true };
    private static readonly Option<int> Line = new("--line")
        { Description = "Number of the line in its gin.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Key = new("--key") { Description = "The collector's device key.", Required = true };
    private static readonly Option<string> Cards = new("--cards")
    {
        Description = "Card numbers with commas between, a file of them, or 'auto' for the gin's printed cards (needs --user). "
            + "Without it bales are pressed untraced.",
    };
    private static readonly Option<string> User = new("--user") { Description = "Ginner's account, for --cards auto." };
    private static readonly Option<string> Password = new("--password") { Description = "The ginner's password." };
    private static readonly Option<long> Bales = new("--bales") { Description = "Bales to press.", DefaultValueFactory = _ => 100 };
    private static readonly Option<double> Rate = new("--rate") { Description = "Bales a second; 0 is as fast as possible." };
    private static readonly Option<long> Seed = new("--seed") { Description = "Same seed, same bales." };
    private static readonly Option<int> InFlight = new("--in-flight")
    {
        Description = "Messages in flight on the line's stream; without it each message is a call of its own.",
        CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, out var count) && count is >= 1 and <= 4096 ? count : RejectCount(result),
    };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print nothing but a summary, as JSON." };

    public static Command Create()
    {
        var command = new Command("simulate", "Scans cards and presses bales on one line, resuming where the line stands.")
        {
            Url, Gin, Line, Key, Cards, User, Password, Bales, Rate, Seed, InFlight, AsJson,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult given, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = given.GetValue(Url), Timeout = TimeSpan.FromSeconds(30) };
        try
        {
            using var display = SimulationDisplay.For(given.GetValue(AsJson), given.GetValue(Bales));
            var client = new CollectorClient(http, given.GetValue(Gin)!, given.GetValue(Line), given.GetValue(Key));
            var options = new LineSimulatorOptions
            {
                Bales = given.GetValue(Bales),
                Rate = given.GetValue(Rate),
                Seed = given.GetValue(Seed),
                NextCard = await CardSource.Open(http, given.GetValue(Gin)!, given.GetValue(Cards), Credentials(given), cancellationToken),
            };
            display.End(given.GetValue(InFlight) is > 0 and var inFlight
                ? await new StreamSimulator(client, Streamer(given, inFlight), options, display.Show).Run(cancellationToken)
                : await new LineSimulator(client, options, display.Show).Run(cancellationToken));
            return 0;
        }
        catch (CollectorException told)
        {
            await Console.Error.WriteLineAsync(told.Message);
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped; the line knows what it took, and a new start goes on from there.");
            return 130;
        }
    }

    private static (string, string)? Credentials(ParseResult given) =>
        given.GetValue(User) is { } user && given.GetValue(Password) is { } password ? (user, password) : null;

    private static LineStreamer Streamer(ParseResult given, int inFlight) => new(
        given.GetValue(Url)!, given.GetValue(Gin)!, given.GetValue(Line), given.GetValue(Key)!, new() { InFlight = inFlight });

    private static int RejectCount(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is not a number of messages from 1 to 4096.");
        return 1;
    }
}
