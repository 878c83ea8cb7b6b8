using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Publishing.Tests;

/// <summary>Consumers read words: no key, no code, no figure with more digits than it says (PB3).</summary>
public sealed class PublicWordsTests
{
    private static readonly FormCatalogue Forms = FormCatalogue.Load();
    private static readonly PublicWords Words = new(Forms, Districts.Read(Districts.File));

    [Theory]
    [InlineData("12.500", "亩", "12.5 亩", "12.5 mu")]
    [InlineData("1", "天", "1 天", "1 day")]
    [InlineData("30", "天", "30 天", "30 days")]
    [InlineData("13.0", "%", "13%", "13%")]
    [InlineData("0.10", "kg/亩", "0.1 kg/亩", "0.1 kg/mu")]
    [InlineData("7", null, "7", "7")]
    [InlineData("3", "个", "3 个", "3")]
    public void Figures_have_no_idle_zeros_and_a_unit_of_the_reader_s_language(string number, string? unit, string zh, string en)
    {
        var said = PublicWords.Amount(decimal.Parse(number, CultureInfo.InvariantCulture), unit);
        Assert.Equal((zh, en), (said.Zh, said.En));
    }

    [Fact]
    public void Every_unit_of_every_form_has_an_English_word()
    {
        var units = Forms.All.SelectMany(form => form.Fields).SelectMany(field => field.Fields.Add(field)).Select(field => field.Unit).OfType<string>();
        foreach (var unit in units.Distinct())
            Assert.DoesNotContain(PublicWords.Amount(2, unit).En, letter => letter is >= '\u4e00' and <= '\u9fff');
    }

    [Theory]
    [InlineData("330110", "浙江省杭州市余杭区")]
    [InlineData("650000", "新疆维吾尔自治区")]
    [InlineData("110105", "北京市朝阳区")]
    [InlineData("999999", null)]
    [InlineData("08-143", null)]
    public void Divisions_are_called_by_their_whole_name(string code, string? name) => Assert.Equal(name, Words.DistrictOf(code));

    [Theory]
    [InlineData("苦参碱 (bottle)", "苦参碱 2.5 瓶", "苦参碱 2.5 bottles")]
    [InlineData("复合肥 (N-P-K) (kg)", "复合肥 (N-P-K) 2.5 千克", "复合肥 (N-P-K) 2.5 kg")]
    [InlineData("复合肥 (gone)", "复合肥 2.5", "复合肥 2.5")]
    [InlineData("复合肥", "复合肥 × 2.5", "复合肥 × 2.5")]
    public void What_was_drawn_of_a_lot_has_a_unit_that_reads(string lot, string zh, string en)
    {
        var said = Words.Drawn(lot, 2.50m);
        Assert.Equal((zh, en), (said.Zh, said.En));
    }

    /// <summary>Each choice of each form, and one that no form knows: what is shown is never the key.</summary>
    [Fact]
    public void No_choice_is_shown_by_its_key()
    {
        var answers = new PublicAnswers(new() { Today = default, Enterprise = new("x", "330110", null), Product = new("y", "tea") }, Words);
        foreach (var form in Forms.All)
        {
            var given = new JsonObject();
            foreach (var field in form.Fields.Where(field => field.Type is FieldType.Choice)) given[field.Key] = "noSuchChoice";
            foreach (var field in form.Fields.Where(field => field.Type is FieldType.District)) given[field.Key] = "999999";
            foreach (var field in form.Fields.Where(field => field.Type is FieldType.Plots)) given[field.Key] = new JsonArray("plot-of-nobody");
            foreach (var field in form.Fields.Where(field => field.Type is FieldType.Inputs))
                given[field.Key] = new JsonArray(new JsonObject { ["lot"] = "lot-of-nobody", ["quantity"] = 1 });
            Assert.Equal("[]", JsonSerializer.Serialize(answers.Sections(form, FormAnswers.Of(given))));
        }
    }
}
