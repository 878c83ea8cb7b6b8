using System.CommandLine;

namespace Suyuan.Samples;

internal static class Program
{
    private static readonly Option<string> Url = new("--url")
    {
        Description = "Address of the node.", DefaultValueFactory = _ => "http://127.0.0.1:8080",
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder of the demo accounts and of the loading's mark.", Required = true,
    };

    private static readonly Option<bool> Samples = new("--samples") { Description = "Load the sample season, unless it is there." };

    private static Task<int> Main(string[] args)
    {
        var password = new Command("password", "Prints the platform account's password, making one up the first time.") { Data };
        password.SetAction(given => Console.WriteLine(Start.PlatformPassword(given.GetValue(Data)!)));
        var root = new RootCommand("Second half of ./run: waits until the node is ready, loads the samples, tells where everything is.")
        {
            Url, Data, Samples, password,
        };
        root.SetAction((given, cancellationToken) =>
            Start.Run(new Uri(given.GetValue(Url)!), given.GetValue(Data)!, given.GetValue(Samples), cancellationToken));
        return root.Parse(args).InvokeAsync();
    }
}
