using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.TraceCards.Tests;

public sealed class LabelRunTests
{
    private static readonly TraceCardView Card = new()
    {
        Card = CardNumber.Create(new("65001"), 2026, 1, ModuleType.Round, 0),
        State = CardState.Printed,
        FilmCount = 3,
        Copies = 2,
        Reprints = [Reprinted(6), Reprinted(2)],
    };

    private static ReprintView Reprinted(int quantity) =>
        new(quantity, "丢失", new DateTimeOffset(2026, 10, 1, 9, 0, 0, ChinaTime.Offset), "qts65001");

    private static List<(int? Film, int Count)> Labels(int? reprint = null, int? film = null) =>
        [.. LabelRun.Of(Card, reprint, film).Value.Films.Select(labels => (labels.Film, labels.Count))];

    [Fact]
    public void A_print_is_every_film_as_often_as_copies_were_asked_for_CD1() => Assert.Equal([(1, 2), (2, 2), (3, 2)], Labels());

    [Fact]
    public void One_film_s_labels_are_printed_alone_CD1() => Assert.Equal([(2, 2)], Labels(film: 2));

    [Fact]
    public void A_reprint_of_whole_sets_numbers_them_and_one_of_fewer_leaves_the_number_open_CD3()
    {
        Assert.Equal([(1, 2), (2, 2), (3, 2)], Labels(reprint: 1));
        Assert.Equal([(null, 2)], Labels(reprint: 2));
        Assert.Equal([(3, 2)], Labels(reprint: 2, film: 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void There_is_no_film_beyond_the_last_CD1(int film) =>
        Refused.With(TraceCardRefusals.NoSuchFilm(film, 3), LabelRun.Of(Card, null, film));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void There_is_no_reprint_that_nobody_asked_for_CD3(int reprint) =>
        Refused.With(TraceCardRefusals.NoSuchReprint(reprint, 2), LabelRun.Of(Card, reprint, null));

    [Fact]
    public void A_voided_card_has_no_labels_CD4() => Refused.With(
        TraceCardRefusals.NotPrintable(Card.Card, CardState.Voided), LabelRun.Of(Card with { State = CardState.Voided }, null, null));
}
