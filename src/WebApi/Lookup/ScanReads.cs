namespace Suyuan.Lookup;

/// <summary>
/// Counts of codes that are not held. While one read is under way others gather, and go together with the next one, so that many look-ups
/// are a few statements.
/// </summary>
internal sealed class ScanReads(ScanStore store)
{
    private readonly Lock gate = new();
    private Dictionary<CodeValue, TaskCompletionSource<Scan>> waiting = [];
    private bool reading;

    public Task<Scan> Of(CodeValue code)
    {
        TaskCompletionSource<Scan>? source;
        lock (gate)
        {
            if (!waiting.TryGetValue(code, out source))
                waiting.Add(code, source = new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (reading) return source.Task;
            reading = true;
        }

        _ = ReadOn();
        return source.Task;
    }

    private async Task ReadOn()
    {
        while (true)
        {
            Dictionary<CodeValue, TaskCompletionSource<Scan>> asked;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    reading = false;
                    return;
                }

                (asked, waiting) = (waiting, []);
            }

            await Answer(asked);
        }
    }

    private async Task Answer(Dictionary<CodeValue, TaskCompletionSource<Scan>> asked)
    {
        try
        {
            await store.Read(asked.Keys, (code, scan) => asked[code].TrySetResult(scan), CancellationToken.None);
            foreach (var never in asked.Values) never.TrySetResult(default);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            foreach (var source in asked.Values) source.TrySetException(failure);
        }
    }
}
