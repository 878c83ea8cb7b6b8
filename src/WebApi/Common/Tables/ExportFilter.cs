using Microsoft.Net.Http.Headers;
using Suyuan.Seasons;

namespace Suyuan.Common;

/// <summary>
/// Asked for a format, runs the list's own handler page by page and writes the rows out as they come: what a caller may see, and what
/// the filters let through, is decided in one place. Nothing but one page is ever in memory.
/// </summary>
internal sealed class ExportFilter<TAnswer, TRow>(ExportTable<TRow> table, Func<TAnswer, IEnumerable<TRow>> rows) : IEndpointFilter
    where TAnswer : class
{
    private static readonly Limit PageOfExport = new(2_000);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.Query.TryGetValue(TableFormats.Parameter, out var asked)) return await next(context);
        if (!Choice<TableFormat>.TryParse(asked, null, out var format))
            return WebRefusals.MalformedParameter(TableFormats.Parameter).ToProblem();
        if (http.Request.Query.ContainsKey(Limit.Name) || http.Request.Query.ContainsKey(Cursor.Name))
            return TableRefusals.WholeList.ToProblem();

        Put(context, PageOfExport);
        var answer = await next(context);
        if (ValueOf(answer) is not { } first) return answer;

        var cancelled = http.RequestAborted;
        await http.RequestServices.GetRequiredService<ExportLedger>().Record(http, format, cancelled);
        var language = Languages.Preferred(http.Request);
        Describe(http, format.Value, language);
        await using (var sink = await format.Value.Open(http.Response.Body, table.Headings(language), cancelled))
        {
            for (var page = first; ; page = ValueOf(await next(context))!)
            {
                foreach (var row in rows(page)) await sink.Write(table.Cells(row, language));
                if (page is not IPage { NextCursor: { } cursor }) break;
                Put(context, Cursor.Read(cursor));
            }
        }

        return TypedResults.Empty;
    }

    private void Describe(HttpContext http, TableFormat format, Language language)
    {
        var day = ChinaTime.DateOf(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var extension = format.Stored();
        var disposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = table.FileName(Language.English, day, extension),
            FileNameStar = table.FileName(language, day, extension),
        };
        http.Response.ContentType = format.MediaType();
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentLanguage = language.Tag();
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
    }

    private static void Put<TPart>(EndpointFilterInvocationContext context, TPart part) where TPart : notnull
    {
        for (var i = 0; i < context.Arguments.Count; i++)
        {
            if (context.Arguments[i] is TPart) context.Arguments[i] = part;
        }
    }

    private static TAnswer? ValueOf(object? answer)
    {
        while (answer is INestedHttpResult nested) answer = nested.Result;
        return (answer as IValueHttpResult)?.Value as TAnswer;
    }
}
