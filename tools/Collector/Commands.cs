namespace Suyuan.Collector;

/// <summary>What all commands have in common: what a person should read is said in one line, and the exit code tells.</summary>
internal static class Commands
{
    private const int Failed = 1;

    public static async Task<int> Guarded(Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (Exception told) when (told is CollectorException or HttpRequestException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(told.Message);
            return Failed;
        }
    }
}
