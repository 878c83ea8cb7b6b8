using System.CommandLine;
using Suyuan.Samples;

var url = new Option<string>("--url") { Description = "Address of the node.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
var data = new Option<string>("--data") { Description = "Folder of the demo accounts and of the loading's mark.", Required = true };
var samples = new Option<bool>("--samples") { Description = "Load the sample season, unless it is there." };
var password = new Command("password", "Prints the platform account's password, making one up the first time.") { data };
password.SetAction(given => Console.WriteLine(Start.PlatformPassword(given.GetValue(data)!)));

var root = new RootCommand("Second half of ./run: waits until the node is ready, loads the sample season, tells where everything is.")
{
    url, data, samples, password,
};
root.SetAction((given, cancellationToken) =>
    Start.Run(new Uri(given.GetValue(url)!), given.GetValue(data)!, given.GetValue(samples), cancellationToken));
return await root.Parse(args).InvokeAsync();
