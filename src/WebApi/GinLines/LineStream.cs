using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.GinLines;

/// <summary>
/// GL6: messages in, acknowledgements out, one JSON line each and in order. What came in while a turn was written is the next turn; a
/// client that sends faster than the line writes waits, since no more than one turn is read ahead.
/// </summary>
internal sealed partial class LineStream(GinLineId line, Caller caller) : IResult
{
    private const int MostInTurn = 256;
    private static readonly ReadOnlyMemory<byte> LineEnd = "\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // A collector may be silent for minutes between two bales; LineStreamReader tells silence from absence.
        if (httpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        httpContext.Response.ContentType = "application/x-ndjson";
        httpContext.Response.Headers.CacheControl = "no-store";
        await httpContext.Response.StartAsync(httpContext.RequestAborted);
        await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);

        var messages = Channel.CreateBounded<LineStreamMessage>(
            new BoundedChannelOptions(MostInTurn) { SingleReader = true, SingleWriter = true });
        var stopping = httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var reading = new LineStreamReader(httpContext.Request.BodyReader, options).ReadInto(messages.Writer, ended.Token);
        try
        {
            await Acknowledge(messages.Reader, httpContext, options);
        }
        finally
        {
            await ended.CancelAsync();
            await reading;
        }
    }

    private async Task Acknowledge(ChannelReader<LineStreamMessage> messages, HttpContext http, JsonSerializerOptions options)
    {
        var grain = http.RequestServices.GetRequiredService<IGrainFactory>().GinLine(line);
        var turn = new List<LineStreamMessage>(MostInTurn);
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        while (await messages.WaitToReadAsync())
        {
            turn.Clear();
            while (turn.Count < MostInTurn && messages.TryRead(out var message)) turn.Add(message);
            var (replies, broken) = await Take(grain, turn, http);
            foreach (var reply in replies)
            {
                JsonSerializer.Serialize(json, reply, options);
                json.Reset();
                http.Response.BodyWriter.Write(LineEnd.Span);
            }

            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            if (broken) return;
        }
    }

    /// <summary>One turn of the line. When it fails nobody knows what was stored: the stream says so and ends.</summary>
    private async Task<(List<LineStreamReply> Replies, bool Broken)> Take(
        IGinLineGrain grain, List<LineStreamMessage> turn, HttpContext http)
    {
        try
        {
            var commands = turn.Where(message => message.Command is not null).Select(message => message.Command!);
            var taken = await grain.Take(new(caller, [.. commands]));
            if (taken.Refused) return ([new(null, null, taken.Refusal.ToPart(http))], true);
            var next = 0;
            return (turn.ConvertAll(message => message.Command is null
                ? new(null, null, message.Unreadable!.ToPart(http))
                : LineStreamReply.Of(taken.Value.Replies[next++], http)), false);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(http.RequestServices.GetRequiredService<ILogger<LineStream>>(), failure, line);
            return ([new(null, null, failure.ToPart(http))], true);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The stream of line {Line} ends: its turn failed")]
    private static partial void LogFailed(ILogger logger, Exception failure, GinLineId line);
}
