using System.Reflection;

namespace Suyuan.Common;

/// <summary>Endpoint metadata: the answer can be had as a table.</summary>
internal sealed record ExportMetadata;

/// <summary>Lets a list be exported: `?format=csv` or `?format=xlsx` gives all of it, filtered alike.</summary>
internal static class Exports
{
    public static RouteHandlerBuilder Exported<TItem>(this RouteHandlerBuilder list, ExportTable<TItem> table) =>
        list.Exported<Page<TItem>, TItem>(table, page => page.Items);

    /// <summary>As above, where an item has several rows, or the answer is no page.</summary>
    public static RouteHandlerBuilder Exported<TAnswer, TRow>(
        this RouteHandlerBuilder list, ExportTable<TRow> table, Func<TAnswer, IEnumerable<TRow>> rows) where TAnswer : class =>
        list.WithMetadata(new ExportMetadata())
            .AddEndpointFilterFactory((handler, next) =>
            {
                RefuseOther<TAnswer>(handler.MethodInfo);
                var filter = new ExportFilter<TAnswer, TRow>(table, rows);
                return invocation => filter.InvokeAsync(invocation, next);
            });

    // A table of something else than the handler answers would only show when somebody exports; the application rather does not start.
    private static void RefuseOther<TAnswer>(MethodInfo handler)
    {
        if (!Mentions(handler.ReturnType, typeof(TAnswer)))
            throw new InvalidOperationException($"{handler} does not answer {typeof(TAnswer)}, which its table has the rows of.");
    }

    private static bool Mentions(Type type, Type wanted) =>
        type == wanted || type.GetGenericArguments().Any(argument => Mentions(argument, wanted));
}
