using System.CommandLine;
using Suyuan.Collector;

return await new RootCommand("Reference collector of a gin line: plays a networked (type VI) collector against the Suyuan API.")
{
    SimulateCommand.Create(),
}.Parse(args).InvokeAsync();
