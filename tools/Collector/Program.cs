using System.CommandLine;
using Suyuan.Collector;

var root = new RootCommand(
    "Reference collector of a gin line against the Suyuan API: networked (type VI) by simulate, off line (types IV and V) by the others.")
{
    SimulateCommand.Create(),
};
foreach (var command in UploadCommands.Create().Concat(OfflineCommands.Create())) root.Add(command);
return await root.Parse(args).InvokeAsync();
