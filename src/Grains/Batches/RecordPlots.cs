using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>The plots that a stage record names.</summary>
internal static class RecordPlots
{
    private const string Field = "plots";

    /// <summary>
    /// Where it was done; none means everywhere in the batch. A draft that names a wrong plot might have been anywhere.
    /// </summary>
    public static ImmutableArray<string> Of(FilledForm filled)
    {
        var doubtful = filled.Faults.Any(fault => fault.Path.StartsWith(Field, StringComparison.Ordinal));
        return doubtful ? [] : [.. Named(filled).OfType<string>().Distinct()];
    }

    /// <summary>Faults of the plots that are none of these.</summary>
    public static IEnumerable<FieldFault> Elsewhere(FilledForm filled, ImmutableArray<string> own) =>
        Named(filled).Select((plot, index) => (Plot: plot, Index: index))
            .Where(named => named.Plot is not null && !own.Contains(named.Plot))
            .Select(named => new FieldFault(
                string.Create(CultureInfo.InvariantCulture, $"{Field}[{named.Index}]"), BatchRefusals.PlotNotInZone(named.Plot!)));

    private static IEnumerable<string?> Named(FilledForm filled) => filled.Answers.ToObject()[Field] is JsonArray plots
        ? plots.Select(plot => plot is JsonValue value && value.TryGetValue<string>(out var id) ? id : null)
        : [];
}
