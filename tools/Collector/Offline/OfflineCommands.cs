using System.CommandLine;

namespace Suyuan.Collector;

/// <summary>The commands at the device of an off-line collector (models IV and V), in the order of a day.</summary>
internal static class OfflineCommands
{
    private static readonly Option<string> Device = new("--device") { Description = "Folder of the device.", Required = true };
    private static readonly Option<string> Folder = new("--folder") { Description = "The U-disk.", Required = true };
    private static readonly Option<string> Key = new("--file-key")
        { Description = "The line's file key, as the platform showed it.", Required = true };
    private static readonly Option<int?> Bales = new("--bales")
        { Description = "Bales to press by itself; without it, commands are read: scan CARD [DELAY], bale, finish, reopen CARD, status." };
    private static readonly Option<long> Seed = new("--seed") { Description = "Same seed, same bales." };
    private static readonly Option<long?> After = new("--after")
        { Description = "Collect what comes after this sequence instead of what the platform lacks." };
    private static readonly Argument<string> File = new("file") { Description = "The file." };

    public static IEnumerable<Command> Create()
    {
        yield return Local("register", "Gives a new device its line's file key, or a known one the line's new key.", [Device, Key], given =>
            OfflineCollector.Register(given.GetValue(Device)!, FileKey.Parse(given.GetValue(Key)!)));
        yield return Local("import", "Reads a card file into the device.", [Device, File], given =>
        {
            using var collector = OfflineCollector.Open(given.GetValue(Device)!);
            collector.Import(given.GetValue(File)!);
            Console.WriteLine($"Card file {collector.Line.LastCardFile}: {collector.Line.Cards.Count} cards known.");
        });
        yield return Local("work", "Works the line off line.", [Device, Bales, Seed], given =>
        {
            using var collector = OfflineCollector.Open(given.GetValue(Device)!);
            var desk = new OfflineDesk(collector, given.GetValue(Seed), Console.Out);
            if (given.GetValue(Bales) is { } bales) desk.Press(bales);
            else desk.Run(Console.In);
        });
        yield return Local("collect", "Writes the collection file to the U-disk.", [Device, Folder, After], given =>
        {
            using var collector = OfflineCollector.Open(given.GetValue(Device)!);
            var path = collector.Collect(given.GetValue(Folder)!, TimeProvider.System.GetLocalNow(), given.GetValue(After));
            Console.WriteLine(path ?? "The platform has everything.");
        });
    }

    private static Command Local(string name, string description, Symbol[] symbols, Action<ParseResult> act)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        command.SetAction((given, _) => Commands.Guarded(() =>
        {
            act(given);
            return Task.CompletedTask;
        }));
        return command;
    }
}
