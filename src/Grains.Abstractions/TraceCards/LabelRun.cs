using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>
/// Which labels (标签) come out of the printer: every film's copies (CD1), one film's, or what one reprint (补打) asked for. It stands
/// here because it is judged for a page that no grain makes.
/// </summary>
public sealed record LabelRun(ImmutableArray<FilmLabels> Films, int? Reprint = null)
{
    public static Result<LabelRun> Of(TraceCardView card, int? reprint, int? film)
    {
        if (card.State == CardState.Voided) return TraceCardRefusals.NotPrintable(card.Card, card.State);
        if (film is < 1 || film > card.FilmCount) return TraceCardRefusals.NoSuchFilm(film.Value, card.FilmCount);
        if (reprint is null) return new LabelRun(film is { } one ? [new(one, card.Copies)] : Sets(card.FilmCount, card.Copies));
        if (reprint < 1 || reprint > card.Reprints.Length) return TraceCardRefusals.NoSuchReprint(reprint.Value, card.Reprints.Length);

        var quantity = card.Reprints[reprint.Value - 1].Quantity;
        return new LabelRun(film is null ? Again(quantity, card.FilmCount) : [new(film, quantity)], reprint);
    }

    /// <summary>As many as whole sets are whole sets; of fewer nobody said which films they belong to: their number is left open.</summary>
    private static ImmutableArray<FilmLabels> Again(int quantity, int films) =>
        quantity % films == 0 ? Sets(films, quantity / films) : [new(null, quantity)];

    private static ImmutableArray<FilmLabels> Sets(int films, int copies) =>
        [.. Enumerable.Range(1, films).Select(film => new FilmLabels(film, copies))];
}

/// <summary>Labels that are all alike: those of one film (棉膜), or of one that is not said.</summary>
public sealed record FilmLabels(int? Film, int Count);
