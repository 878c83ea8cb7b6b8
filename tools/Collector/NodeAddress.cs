using System.CommandLine;
using System.CommandLine.Parsing;

namespace Suyuan.Collector;

/// <summary>The option --url of every command that speaks to a node.</summary>
internal static class NodeAddress
{
    public static Option<Uri> Option() => new("--url")
    {
        Description = "Address of the node.",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) ? url : Reject(result),
    };

    private static Uri? Reject(ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is not an address such as http://127.0.0.1:8080.");
        return null;
    }
}
