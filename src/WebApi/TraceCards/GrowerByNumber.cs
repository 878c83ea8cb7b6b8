using Microsoft.AspNetCore.Http.Extensions;
using Suyuan.Common;
using Suyuan.Growers;

namespace Suyuan.TraceCards;

/// <summary>
/// Turns an ID number that was typed into a search into the grower's id before anything else sees it: neither the link to the next page
/// nor a log of the query repeats it.
/// </summary>
internal sealed class GrowerByNumber(IPersonalData personalData) : IEndpointFilter
{
    private const string NumberParameter = "idNumber", GrowerParameter = "grower";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<PersonNumber>().FirstOrDefault() is not { Value: { } number }) return next(context);
        for (var place = 0; place < context.Arguments.Count; place++)
        {
            if (context.Arguments[place] is not TraceCardFilter filter) continue;
            var grower = personalData.Hash(number);
            // With another grower's id nothing is found, as with any two filters that do not meet.
            if (filter.Grower is { } other && other != grower) grower = "";
            context.Arguments[place] = filter with { Grower = grower };
            Forget(context.HttpContext.Request, grower);
        }

        return next(context);
    }

    private static void Forget(HttpRequest request, string grower)
    {
        var others = request.Query.Where(pair =>
            !pair.Key.Equals(NumberParameter, StringComparison.OrdinalIgnoreCase)
            && !pair.Key.Equals(GrowerParameter, StringComparison.OrdinalIgnoreCase));
        request.QueryString = new QueryBuilder(others) { { GrowerParameter, grower } }.ToQueryString();
    }
}
