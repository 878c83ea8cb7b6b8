namespace Suyuan.Forms.Tests;

public sealed class FormCatalogueTests : IDisposable
{
    private const string Beekeeping = """
        {
          "form": "beekeeping",
          "version": 1,
          "group": "stage",
          "label": { "zh": "养蜂管理", "en": "Beekeeping" },
          "stage": { "group": "farmWork", "templates": { "fruit": 45 } },
          "sections": [
            {
              "key": "record",
              "label": { "zh": "农事信息", "en": "Farm work" },
              "fields": [
                { "key": "date", "type": "date", "label": { "zh": "日期", "en": "Date" }, "required": true, "past": true },
                { "key": "hives", "type": "number", "label": { "zh": "蜂箱数", "en": "Hives" }, "unit": "箱", "min": 1, "decimals": 0 }
              ]
            }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("suyuan-forms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Adding_a_stage_is_adding_one_file_BT2()
    {
        Write("beekeeping.1.form.json", Beekeeping);

        var catalogue = FormCatalogue.Load(folder);

        Assert.Equal(["bagging", "beekeeping", "fertilizing"], catalogue.TemplateOf("fruit").Select(stage => stage.Key).Skip(3).Take(3));
        Assert.Equal(FormCatalogue.Load().All.Length + 1, catalogue.All.Length);
        Assert.Equal("hives", Assert.Single(FormChecker.Check(
            catalogue.Get("beekeeping"), Given.Answers("""{ "date": "2026-05-01", "hives": 0 }"""), Given.Today, KnownReferences.None)).Path);
    }

    [Fact]
    public void An_old_answer_reads_by_its_own_version_when_there_is_a_new_one_FM2()
    {
        Write("beekeeping.1.form.json", Beekeeping);
        Write("beekeeping.2.form.json", Beekeeping.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)
            .Replace("\"hives\", \"type\": \"number\"", "\"colonies\", \"type\": \"number\"", StringComparison.Ordinal)
            .Replace("\"unit\": \"箱\"", "\"required\": true, \"unit\": \"群\"", StringComparison.Ordinal));
        var catalogue = FormCatalogue.Load(folder);
        var answers = Given.Answers("""{ "date": "2026-05-01", "hives": 5 }""");

        Assert.Equal("hives", catalogue.Find("beekeeping", 1)!.Fields.Last().Key);
        Assert.Empty(FormChecker.Check(catalogue.Find("beekeeping", 1)!, answers, Given.Today, KnownReferences.None));
        Assert.Equal(2, catalogue.Get("beekeeping").Version);
        Assert.Equal(
            [("colonies", FormRefusals.Required.Code), ("hives", FormRefusals.UnknownField.Code)],
            FormChecker.Check(catalogue.Get("beekeeping"), answers, Given.Today, KnownReferences.None)
                .Select(fault => (fault.Path, fault.Refusal.Code)).Order());
    }

    [Fact]
    public void A_folder_may_bring_a_newer_version_of_a_form_of_the_product_FM2()
    {
        Write("plot.101.form.json", Beekeeping.Replace("beekeeping", "plot", StringComparison.Ordinal)
            .Replace("\"version\": 1", "\"version\": 101", StringComparison.Ordinal));

        var catalogue = FormCatalogue.Load(folder);

        Assert.Equal((101, 1), (catalogue.Get("plot").Version, catalogue.Find("plot", 1)!.Version));
        Assert.Null(catalogue.Find("plot", 2));
        Assert.Null(catalogue.Find("beekeeping"));
    }

    [Theory]
    [InlineData("beekeeping.2.form.json", "\"hives\"", "\"hives\"", "its name is beekeeping.1.form.json")]
    [InlineData("bees.1.form.json", "\"hives\"", "\"hives\"", "its name is beekeeping.1.form.json")]
    [InlineData("plot.1.form.json", "beekeeping", "plot", "The form 'plot' version 1 is there twice")]
    [InlineData("beekeeping.1.form.json", "\"min\"", "\"minimum\"", "minimum")]
    [InlineData("beekeeping.1.form.json", "\"decimals\": 0", "\"min\": 2", "min")]
    [InlineData("beekeeping.1.form.json", "{ \"zh\": \"蜂箱数\", \"en\": \"Hives\" }", "null", "label")]
    [InlineData("beekeeping.1.form.json", "\"en\": \"Hives\"", "\"de\": \"x\"", "de")]
    [InlineData("beekeeping.1.form.json", "\"farmWork\"", "\"beeWork\"", "$.stage.group")]
    [InlineData("beekeeping.1.form.json", "\"number\"", "\"integer\"", "type")]
    [InlineData("beekeeping.1.form.json", "\"min\": 1", "\"max\": 1, \"min\": 2", "min is above max")]
    [InlineData("beekeeping.1.form.json", "\"version\": 1,", "\"version\": 1", "does not read")]
    public void A_file_that_is_no_form_stops_the_node_and_says_which_FM1(string file, string text, string replaced, string why)
    {
        Write(file, Beekeeping.Replace(text, replaced, StringComparison.Ordinal));

        var refused = Assert.Throws<InvalidOperationException>(() => FormCatalogue.Load(folder));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_node_FM1() => Assert.Contains(
        "no-such-folder",
        Assert.Throws<InvalidOperationException>(() => FormCatalogue.Load("/no-such-folder")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_form_that_code_asks_for_is_there_or_the_message_names_it() =>
        Assert.Contains("'nothing'", Assert.Throws<InvalidOperationException>(() => FormCatalogue.Load().Get("nothing")).Message, StringComparison.Ordinal);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
}
