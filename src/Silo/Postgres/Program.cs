using System.ComponentModel;
using System.Diagnostics;

namespace Suyuan.Silo.Postgres;

/// <summary>Runs a program to its end and keeps what it said.</summary>
internal static class Program
{
    internal readonly record struct Answer(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Answer> Run(string[] command, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PostgreSQL's programs translate their messages; these are read by us as well.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception failure)
        {
            return new(-1, $"{command[0]}: {failure.Message}");
        }
    }
}
