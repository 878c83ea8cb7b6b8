using System.Globalization;
using Suyuan.Bench;

var quick = args.Contains("--quick");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    return args.FirstOrDefault(argument => !argument.StartsWith('-')) switch
    {
        "bales" => await BalesBench.Run(quick, stop.Token),
        "calls" => await CallsBench.Run(quick, stop.Token),
        "stream" => await StreamBench.Run(quick, stop.Token),
        "file" => await FileBench.Run(quick, stop.Token),
        "sensors" => await SensorsBench.Run(quick, stop.Token),
        "season" => await SeasonBench.Run(
            double.Parse(Given("--scale") ?? "1.0", CultureInfo.InvariantCulture), Given("--data"), args.Contains("--keep"), stop.Token),
        "lists" => await ListsBench.Run(Given("--data"), quick, stop.Token),
        "filings" => await FilingsBench.Run(
            int.Parse(Given("--filings") ?? "100000", CultureInfo.InvariantCulture), Given("--data"), quick, stop.Token),
        "traces" => await TracesBench.Run(Given("--data"), quick, stop.Token),
        "lookup" => await LookupBench.Run(quick, stop.Token),
        "labels" => await LabelsBench.Run(quick, stop.Token),
        LookupNode.Command => await LookupNode.Run(Given("--bare")!, [.. args.Skip(3)]),
        "start" => await StartBench.Run(Given("--data"), stop.Token),
        _ => Usage(),
    };
}
catch (BenchException told)
{
    await Console.Error.WriteLineAsync(told.Message);
    return 1;
}

string? Given(string option) => args.SkipWhile(argument => argument != option).ElementAtOrDefault(1);

static int Usage()
{
    Console.WriteLine("""
        dotnet run -c Release --project bench -- bales [--quick]       bales over HTTP, against pgbench on the same server
        dotnet run -c Release --project bench -- stream [--quick]      messages over 64 streams, against pgbench on the same server
        dotnet run -c Release --project bench -- file [--quick]        a collection file, against pgbench on the same server
        dotnet run -c Release --project bench -- sensors [--quick]     readings over HTTP, against COPY of the same rows
        dotnet run -c Release --project bench -- calls [--quick]       grain calls in process
        dotnet run -c Release --project bench -- season --scale S [--data FOLDER] [--keep]   makes a season
        dotnet run -c Release --project bench -- lists --data FOLDER [--quick]   lists, reports and traces on it over HTTP
        dotnet run -c Release --project bench -- filings [--filings N] [--data FOLDER] [--quick]   lists and search of N filings over HTTP
        dotnet run -c Release --project bench -- traces [--data FOLDER] [--quick]   chains and recall drills, with those of a season
        dotnet run -c Release --project bench -- lookup [--quick]      consumers' look-ups, against a bare endpoint of the same process
        dotnet run -c Release --project bench -- labels [--quick]      label sheets over HTTP, against the QR library alone
        dotnet run -c Release --project bench -- start [--data FOLDER] start to ready with an existing database
        """);
    return 2;
}
