namespace Suyuan.Forms.Tests;

/// <summary>Every form of the product, walked.</summary>
public sealed class ShippedFormsTests
{
    private static readonly FormCatalogue Catalogue = FormCatalogue.Load();

    private static readonly string[] Categories = [.. Catalogue.Get("product-filing").Fields.Single(field => field.Key == "category").Choices
        .Select(choice => choice.Key)];

    /// <summary>The forms that code names; a missing one is a route that answers 500.</summary>
    public static TheoryData<string, string> Named => new()
    {
        { "enterprise-filing", "name creditCode kind legalRepresentative legalRepresentativeId contact contactMobile district address" },
        { "product-filing", "productName category variety brand gtin specification unit origin standard" },
        { "supply-capacity-filing", "product" },
        { "production-capacity-filing", "product" },
        { "enterprise-profile", "name contact publicPhone introduction" },
        { "production-zone", "name code areaMu address place environment photos" },
        { "plot", "name areaMu place note" },
        { "product", "productName description pictures" },
        { "batch", "plannedStart plannedEnd startedOn endedOn areaMu expectedYield yieldUnit standard personInCharge introduction note" },
        { "pest-control", "firstDate lastDate intervalDays plots inputs" },
        { "harvest", "date plots" },
        { "plucking", "date plots" },
        { "machine-picking", "date plots" },
        { "input-pesticide", "name unit" },
        { "input-fertilizer", "name unit" },
        { "input-seed", "name unit" },
        { "input-film", "name unit" },
        { "input-veterinary-drug", "name unit" },
        { "input-feed", "name unit" },
        { "input-other", "name unit" },
        { "input-purchase", "quantity" },
        { "input-use", "inputs" },
        { "maintenance", "equipment" },
        { "sanitation", "place" },
        { "health-check", "name result validUntil" },
        { "training", "attendees" },
        { "test-report", "scan" },
        { "public-profile", "productIntroduction enterpriseIntroduction zoneEnvironment honours video contactPhone" },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void A_form_that_code_names_has_the_fields_that_code_names_FM1(string form, string fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Assert.Empty(fields.Split(' ').Except(Catalogue.Get(form).Fields.Select(field => field.Key)));
    }

    [Fact]
    public void Every_text_is_there_in_both_languages_and_is_not_the_same_FM1()
    {
        // A text that was copied and not translated: all but symbols, names of standards and the like.
        string[] alike = ["pH", "ISO 9001", "ISO 22000"];

        Assert.Empty(
            from form in Catalogue.All
            from text in Texts(form)
            where string.IsNullOrWhiteSpace(text.Zh) || string.IsNullOrWhiteSpace(text.En) || text.En.Any(letter => letter is >= '\u4e00' and <= '\u9fff')
                || text.Zh == text.En && !alike.Contains(text.Zh)
            select $"{form.Key}: {text.Zh} / {text.En}");
    }

    [Fact]
    public void Personal_data_and_prices_never_leave_by_the_public_door_PB4() => Assert.Empty(
        from form in Catalogue.All
        from field in Fields(form.Fields)
        where field.Type is FieldType.IdNumber or FieldType.Mobile || field.Key.Contains("price", StringComparison.OrdinalIgnoreCase)
            || form.Key == "health-check"
        where field.Privacy is not FieldPrivacy.Secret
        select $"{form.Key}.{field.Key}");

    [Fact]
    public void The_name_of_a_person_is_masked_PB4()
    {
        string[] people = ["人", "员", "司机", "兽医", "讲师", "法定代表人", "姓名"];

        Assert.Empty(
            from form in Catalogue.All
            from field in Fields(form.Fields)
            where field.Type is FieldType.Text && people.Any(person => field.Label.Zh.EndsWith(person, StringComparison.Ordinal))
            where field.Privacy is FieldPrivacy.Open
            select $"{form.Key}.{field.Key}");
    }

    [Fact]
    public void Every_category_has_its_stages_from_growing_to_sale_BT2()
    {
        Assert.Equal(["fruit", "vegetable", "grain", "tea", "cotton", "livestock", "aquatic", "processed"], Categories);
        foreach (var category in Categories)
        {
            var stages = Catalogue.TemplateOf(category).ToList();

            Assert.True(category == "processed" || stages.Any(stage => stage.Stage!.Rule is StageRule.Harvest), category);
            Assert.Equal(StageGroup.Sale, stages[^1].Stage!.Group);
            Assert.Equal(stages.Count, stages.Select(stage => stage.Stage!.Templates[category]).Distinct().Count());
        }
    }

    [Fact]
    public void A_template_names_a_category_that_products_have_BT2() => Assert.Empty(
        Catalogue.Stages.SelectMany(form => form.Stage!.Templates.Keys).Distinct().Except(Categories));

    [Fact]
    public void The_template_of_fruit_is_the_manual_s_BT2() => Assert.Equal(
        ["grafting", "pruning", "thinning", "bagging", "fertilizing", "irrigation", "pest-control", "harvest", "grading", "packing", "storage",
         "transport", "sale"],
        Catalogue.TemplateOf("fruit").Select(stage => stage.Key));

    [Fact]
    public void A_field_takes_inputs_of_kinds_that_exist_SR2() => Assert.Empty(
        from form in Catalogue.All
        from field in Fields(form.Fields).Where(field => field.Type is FieldType.Inputs)
        from kind in field.Accept
        where Catalogue.Find("input-" + kind) is null
        select $"{form.Key}.{field.Key}: {kind}");

    [Fact]
    public void The_enterprise_filing_has_the_five_sections_of_the_manual_FL1() => Assert.Equal(
        ["企业基础信息", "基地基本信息", "厂区基本信息", "人员设备信息", "公司荣誉信息"],
        Catalogue.Get("enterprise-filing").Sections.Select(section => section.Label.Zh));

    private static IEnumerable<FormField> Fields(IEnumerable<FormField> fields) => fields.SelectMany(field => Fields(field.Fields).Prepend(field));

    private static IEnumerable<FormText> Texts(Form form) =>
        from texts in new[] { [form.Label, form.Help], form.Sections.Select(section => section.Label), Fields(form.Fields).SelectMany(Texts) }
        from text in texts
        where text is not null
        select text;

    private static IEnumerable<FormText?> Texts(FormField field) =>
        [field.Label, field.Help, .. field.Choices.Select(choice => choice.Label)];
}
