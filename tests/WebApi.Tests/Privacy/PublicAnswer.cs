using System.Net;

namespace Suyuan.Privacy.Tests;

/// <summary>What stood behind a public address: status, headers and body.</summary>
/// <param name="Door">The route's pattern, as the list of public routes has it.</param>
internal sealed record PublicAnswer(string Door, string Path, string Language, HttpStatusCode Status, string MediaType, byte[] Bytes)
{
    /// <summary>Names of headers and their values, of the answer and of its content.</summary>
    public required string Headers { get; init; }

    public bool IsText => !(MediaType.StartsWith("image/", StringComparison.Ordinal) || MediaType == "application/pdf");

    /// <summary>What is searched: of files as of pages, since a name within a picture is a name.</summary>
    public string Text => $"{Headers}\n{(IsText ? System.Text.Encoding.UTF8 : System.Text.Encoding.Latin1).GetString(Bytes)}";
}
