using Microsoft.Extensions.Configuration;
using Microsoft.AspNetCore.Http;
using System.Text;
using System.Text.RegularExpressions;
using Suyuan.Common;

namespace Suyuan.TraceCards.Tests;

/// <summary>Labels of cards with everything that does not fit easily.</summary>
public sealed class LabelTests
{
    private static readonly string LongName = string.Concat(Enumerable.Repeat("第八师一四三团十二连优质棉", 5))[..60];

    private static readonly TraceCardView Card = new()
    {
        Card = CardNumber.Create(new("65001"), 2026, 42, ModuleType.Round, 123),
        Gin = new("65001"),
        Ticket = new("T-2026-000123"),
        Season = new(2026),
        State = CardState.Printed,
        UnitName = "十二连一组",
        GrowerMaskedName = "阿卜***·买买提",
        Variety = "新陆早50号",
        NetKg = new(2_500),
        FilmCount = 3,
        Copies = 4,
        PrintedAt = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(8)),
    };

    private static readonly LabelFont Fonts = new(Settings());

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build();

    private static Labels Labels(LabelFont? fonts = null) =>
        new(new(Settings(("PublicAddress", "https://trace.example/")), new HttpContextAccessor()), fonts ?? Fonts);

    private static LabelOptions Options(
        LabelFormat format, LabelLayout? layout = null, int? dpi = null, int? reprint = null, int? film = null) => new(
        layout is { } paper ? new Choice<LabelLayout>(paper) : null, new(format), dpi is { } dots ? new(dots) : null, reprint, film);

    private static string Text(TraceCardView card, LabelOptions options) => Encoding.Latin1.GetString(Labels().Make(card, options).Value.Content);

    private static int Pages(string pdf) => Regex.Count(pdf, @"/Type\s*/Page\b");

    [Theory]
    [InlineData(LabelLayout.A4, 2)]
    [InlineData(LabelLayout.Roll, 12)]
    public void A_PDF_has_eight_labels_a_sheet_or_one_a_page_and_its_font_inside_CD2(LabelLayout layout, int pages)
    {
        var pdf = Text(Card, Options(LabelFormat.Pdf, layout));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Equal(pages, Pages(pdf));
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
        Assert.Matches(@"/BaseFont\s*/[A-Z]{6}\+", pdf);
        Assert.True(pdf.Length < 300_000, $"{pdf.Length} bytes: the font is not a subset.");
    }

    [Theory]
    [InlineData(203, 799, 559)]
    [InlineData(300, 1181, 827)]
    public void ZPL_has_one_label_a_film_with_its_copies_and_is_as_wide_as_the_roll_CD2(int dpi, int width, int height)
    {
        var labels = ZplLabel.Parse(Text(Card, Options(LabelFormat.Zpl, dpi: dpi)));
        Assert.Equal(3, labels.Count);
        Assert.All(labels, label =>
        {
            Assert.Equal(("4", $"{width}", $"{height}"), (label.Of("^PQ"), label.Of("^PW"), label.Of("^LL")));
            Assert.Contains($"MA,https://trace.example/c/{Card.Card}", label.Fields);
            Assert.Contains(Card.Card.Value, label.Fields);
        });
        Assert.Equal(["1/3", "2/3", "3/3"], labels.Select(label => label.Fields.Single(field => field.EndsWith("/3", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_dots_of_ZPL_leave_QR_code_and_number_their_place_CD2()
    {
        var dots = ZplLabel.Parse(Text(Card with { UnitName = LongName }, Options(LabelFormat.Zpl)))[0].Dots();
        bool Inked(int left, int top, int right, int bottom) => dots[(top * 8)..(bottom * 8)].Any(row => row[(left * 8)..(right * 8)].Any(dot => dot));
        Assert.True(Inked(4, 4, 40, 10), "the title");
        Assert.True(Inked(4, 11, 20, 58), "the names");
        Assert.True(Inked(21, 11, 65, 58), "the values");
        Assert.False(Inked(66, 11, 99, 69), "the QR code's place");
        Assert.False(Inked(0, 60, 99, 69), "the number's place");
        Assert.False(Inked(0, 0, 3, 69), "the margin");
    }

    [Fact]
    public void A_reprinted_label_says_so_and_leaves_an_unknown_film_to_the_pen_CD3()
    {
        var reprinted = Card with { Reprints = [new(2, "丢失", Card.PrintedAt, "qts65001")] };
        var label = Assert.Single(ZplLabel.Parse(Text(reprinted, Options(LabelFormat.Zpl, reprint: 1))));
        Assert.Equal("2", label.Of("^PQ"));
        Assert.Contains("__/3", label.Fields);
        var page = Encoding.UTF8.GetString(Labels().Make(reprinted, Options(LabelFormat.Html, reprint: 1, film: 3)).Value.Content);
        Assert.Contains("<span>补打 3/3</span>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<section").Length - 1);
    }

    [Fact]
    public void Names_of_sixty_letters_and_with_dots_are_broken_and_nothing_is_lost_CD2()
    {
        var card = Card with { UnitName = LongName, NetKg = null };
        var font = Fonts.For([]).Value;
        var content = LabelContent.Of(card, LabelRun.Of(card, null, null).Value, new(Settings(), new HttpContextAccessor()));
        var texts = new LabelDrawing(content, font).Texts().ToList();
        var written = string.Concat(texts.Select(text => text.Text));
        Assert.Contains(LongName, written, StringComparison.Ordinal);
        Assert.Contains("阿卜***·买买提", written, StringComparison.Ordinal);
        Assert.Contains("净重—", written, StringComparison.Ordinal);
        Assert.All(texts, text => Assert.InRange(text.Left + font.Width(text.Text) * text.Size, 0, 76));
        Assert.All(texts, text => Assert.InRange(text.Baseline, 5, 59));
    }

    [Fact]
    public void ZPL_is_for_the_roll_CD2() => Assert.Equal(
        LabelRefusals.ZplOnRollOnly.Code, Labels().Make(Card, Options(LabelFormat.Zpl, LabelLayout.A4)).Refusal!.Code);

    [Fact]
    public void A_letter_that_the_font_lacks_is_refused_and_never_printed_as_a_box_CD2()
    {
        var card = Card with { UnitName = "甲ئ单元" };
        Assert.Equal("ئ", Labels().Make(card, Options(LabelFormat.Pdf)).Refusal!.Arguments.Single().Value);
        Assert.Equal(LabelRefusals.LettersMissing("").Code, Labels().Make(card, Options(LabelFormat.Zpl)).Refusal!.Code);
        Assert.False(Labels().Make(card, Options(LabelFormat.Html)).Refused);
    }

    [Fact]
    public void Without_a_font_only_the_browser_prints_CD2()
    {
        var labels = Labels(new(Settings(("Labels:Font", "no-such-font.ttf"))));
        Assert.Equal(LabelRefusals.FontMissing.Code, labels.Make(Card, Options(LabelFormat.Pdf)).Refusal!.Code);
        Assert.False(labels.Make(Card, Options(LabelFormat.Html)).Refused);
    }
}
