using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Orleans.Streams;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.GinLines;

internal static class LiveFeedEndpoints
{
    /// <summary>A client that takes less than this while we wait for it is not reading.</summary>
    private static readonly MinDataRate SlowestReader = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));

    public static void MapLiveFeeds(this IEndpointRouteBuilder api)
    {
        var gins = api.MapGroup("/gins/{gin}").WithTags("Gin lines");
        gins.MapGet("/lines/{line:int}/events", FollowLine).WithName("followGinLine")
            .WithSummary("Live feed of a line by server-sent events: `scan`, `bale`, `finish`, `reopen`, `refusal` with the message's "
                + "number as id, `progress` with where the line stands, `end` when the node ends it; resumes after Last-Event-ID")
            .Produces<LineMessageItem>(200, "text/event-stream")
            .Allow(Role.Ginner, Role.GinVerifier, Role.Collector, Role.Platform).Refuses("common/too-many-requests");
        gins.MapGet("/events", FollowGin).WithName("followGin")
            .WithSummary("Live feed of a gin by server-sent events: `progress` of each of its lines, and whenever one moves")
            .Produces<LineProgress>(200, "text/event-stream")
            .Allow(Role.Ginner, Role.GinVerifier, Role.Platform).Refuses("common/too-many-requests");
    }

    private static async Task<Results<ServerSentEventsResult<object>, ProblemHttpResult>> FollowLine(
        GinCode gin,
        int line,
        [FromHeader(Name = "Last-Event-ID")] int? after,
        LineCaller caller,
        IGrainFactory grains,
        GinLineQueries queries,
        Reasons reasons,
        HttpContext http) =>
        caller.MaySpeakFor(gin, line) && !(await grains.GinLine(new(gin, line)).Progress()).Refused
            ? await Follow(http, caller.Caller, gin, line, watch => new LineFeed(new(gin, line), after, watch, grains, queries, reasons))
            : SharedRefusals.NotFound("gin-line").ToProblem();

    private static async Task<Results<ServerSentEventsResult<object>, ProblemHttpResult>> FollowGin(
        GinCode gin, Caller caller, IGrainFactory grains, GinLineQueries queries, HttpContext http) =>
        caller.WorksAt(gin.Value)
            ? await Follow(http, caller, gin, null, watch => new GinFeed(gin, watch, grains, queries))
            : SharedRefusals.NotFound("gin").ToProblem();

    private static async Task<Results<ServerSentEventsResult<object>, ProblemHttpResult>> Follow(
        HttpContext http, Caller caller, GinCode gin, int? line, Func<LineWatch, ILiveFeed> feed)
    {
        var feeds = http.RequestServices.GetRequiredService<LiveFeeds>();
        var seat = feeds.Seat(caller);
        http.Response.RegisterForDispose(seat);
        if (!seat.IsAcquired) return WebRefusals.TooManyRequests.ToProblem();

        var watch = await LineWatch.Begin(http.RequestServices.GetRequiredKeyedService<IStreamProvider>(LiveStreams.Name), gin, line);
        http.Response.RegisterForDisposeAsync(watch);
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = SlowestReader;
        return TypedResults.ServerSentEvents(feeds.Follow(feed(watch)));
    }
}
