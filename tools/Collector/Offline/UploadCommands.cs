using System.CommandLine;
using System.Globalization;

namespace Suyuan.Collector;

/// <summary>What is done on line for an off-line collector, with an account of the gin: export and upload.</summary>
internal static class UploadCommands
{
    private static readonly Option<Uri> Url = NodeAddress.Option();
    private static readonly Option<string> Gin = new("--gin") { Description = "Gin code, five digits.", Required = true };
    private static readonly Option<int> Line = new("--line")
        { Description = "Number of the line in its gin.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> User = new("--user")
        { Description = "Ginner's account; the verifier's where cards were reopened.", Required = true };
    private static readonly Option<string> Password = new("--password") { Description = "Its password.", Required = true };
    private static readonly Option<string> Folder = new("--folder") { Description = "The U-disk.", Required = true };
    private static readonly Option<string> Report = new("--report")
        { Description = "Where the answer to every row goes; beside the file unless given." };
    private static readonly Argument<string> File = new("file") { Description = "The collection file." };

    public static IEnumerable<Command> Create()
    {
        var export = new Command("export", "Fetches the card file of a line to the U-disk.") { Url, Gin, Line, User, Password, Folder };
        export.SetAction((given, stop) => Commands.Guarded(async () =>
        {
            using var http = new HttpClient { BaseAddress = given.GetValue(Url) };
            var ginner = await SignIn(http, given, stop);
            Console.WriteLine(await ginner.ExportCards(given.GetValue(Gin)!, given.GetValue(Line), given.GetValue(Folder)!, stop));
        }));
        var upload = new Command("upload", "Uploads a collection file, waits for the answer and keeps it as .csv.")
            { Url, Gin, Line, User, Password, Report, File };
        upload.SetAction((given, stop) => Commands.Guarded(() => Upload(given, stop)));
        return [export, upload];
    }

    private static async Task Upload(ParseResult given, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = given.GetValue(Url) };
        var ginner = await SignIn(http, given, cancellationToken);
        var file = given.GetValue(File)!;
        var report = await ginner.Upload(given.GetValue(Gin)!, given.GetValue(Line), file, Show, cancellationToken);
        var path = given.GetValue(Report) ?? Path.ChangeExtension(file, ".report.csv");
        await ginner.SaveReport(report, path, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"File {report.FileNumber}: {report.Rows} rows, {report.Accepted} accepted, {report.Refused} refused; see {path}"));
    }

    private static void Show(UploadJob job) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{job.State} {job.Done}/{job.Total}"));

    private static Task<GinClient> SignIn(HttpClient http, ParseResult given, CancellationToken cancellationToken) =>
        new GinClient(http).SignIn(given.GetValue(User)!, given.GetValue(Password)!, cancellationToken);
}
