namespace Suyuan.Collector;

/// <summary>
/// A model VI collector at work on its stream: many messages in flight, and after a lost connection all that nobody acknowledged again
/// as it was. The line answers repeats as before, so nothing is lost and nothing counts twice.
/// </summary>
public sealed class LineStreamer(Uri node, string gin, int line, string deviceKey, LineStreamerOptions? options = null)
{
    private readonly LineStreamerOptions options = options ?? new();
    private readonly Queue<LineMessage> unacknowledged = new();
    private Task<LineMessage?>? upcoming;
    private bool ended;

    /// <summary>Connections opened so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Messages sent more than once.</summary>
    public long Resent { get; private set; }

    /// <summary>Sends what `next` gives until it gives nothing, and tells each reply, in order.</summary>
    public async Task Run(
        Func<ValueTask<LineMessage?>> next, Action<LineMessage, StreamedReply> acknowledged, CancellationToken cancellationToken = default)
    {
        var lost = 0;
        var since = TimeProvider.System.GetTimestamp();
        while (!ended || unacknowledged.Count > 0)
        {
            var before = unacknowledged.Count == 0 ? 0 : unacknowledged.Peek().Sequence;
            try
            {
                await Connected(next, acknowledged, cancellationToken);
                lost = 0;
            }
            catch (IOException away)
            {
                if (unacknowledged.Count == 0 || unacknowledged.Peek().Sequence != before)
                    (lost, since) = (0, TimeProvider.System.GetTimestamp());
                if (TimeProvider.System.GetElapsedTime(since) > options.Patience.Longest)
                    throw new CollectorException($"No answer from {node} for {options.Patience.Longest}.", away);
                await Task.Delay(Patience.PauseBefore(++lost, null), cancellationToken);
            }
        }
    }

    private async Task Connected(
        Func<ValueTask<LineMessage?>> next, Action<LineMessage, StreamedReply> acknowledged, CancellationToken cancellationToken)
    {
        await using var connection = await LineConnection.Open(node, gin, line, deviceKey, cancellationToken);
        Connections++;
        Resent += unacknowledged.Count;
        foreach (var message in unacknowledged) connection.Add(message);
        while (true)
        {
            while (!ended && unacknowledged.Count < options.InFlight && (upcoming ??= next().AsTask()).IsCompleted)
                Take(await upcoming, connection);

            // Acknowledgements are read while messages are written: a node that waits for its reader reads no more itself.
            var sending = connection.Flush(cancellationToken);
            while (unacknowledged.Count > 0)
            {
                await Acknowledge(connection, acknowledged, cancellationToken);
                if (sending.IsCompleted && !connection.HasReply) break;
            }

            await sending;
            if (ended && unacknowledged.Count == 0) break;
            if (unacknowledged.Count == 0 && upcoming is not null) await upcoming;
        }

        await connection.End(cancellationToken);
    }

    private void Take(LineMessage? message, LineConnection connection)
    {
        upcoming = null;
        ended = message is null;
        if (message is null) return;
        unacknowledged.Enqueue(message);
        connection.Add(message);
    }

    private async Task Acknowledge(
        LineConnection connection, Action<LineMessage, StreamedReply> acknowledged, CancellationToken cancellationToken)
    {
        var reply = await connection.Receive(cancellationToken) ?? throw new IOException("The node ended the stream.");
        if (reply.Sequence is null)
        {
            if (reply.Problem is { Status: >= 500 }) throw new IOException($"The node ended the stream: {reply.Problem}");
            throw new CollectorException($"The line refuses the stream: {reply.Problem}");
        }

        var message = unacknowledged.Dequeue();
        if (message.Sequence != reply.Sequence)
            throw new CollectorException($"Message {message.Sequence} was answered as {reply.Sequence}.");
        acknowledged(message, reply);
    }
}
