namespace Suyuan.Forms.Tests;

public sealed class FormShapeTests
{
    private const string Stage = "\"group\": \"stage\", \"stage\": { \"group\": \"farmWork\"";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "", "", "a section without a field" },
        { "\"sections\": []", """{ "key": "a", "type": "text" }""", "no section" },
        { "\"form\": \"Not_kebab\"", """{ "key": "a", "type": "text" }""", "kebab-case" },
        { "\"version\": 0", """{ "key": "a", "type": "text" }""", "begin at 1" },
        { "\"label\": { \"zh\": \"名称\", \"en\": \" \" }", """{ "key": "a", "type": "text" }""", "empty text" },
        { "", """{ "key": "a", "type": "text", "help": { "zh": "", "en": "x" } }""", "empty text" },
        { "\"group\": \"stage\"", """{ "key": "a", "type": "text" }""", "traits of a stage" },
        { "\"stage\": { \"group\": \"farmWork\" }", """{ "key": "a", "type": "text" }""", "traits of a stage" },
        { Stage + ", \"rule\": \"harvest\" }", """{ "key": "date", "type": "date" }""", "required field 'date'" },
        { Stage + ", \"rule\": \"harvest\" }", """{ "key": "date", "type": "text", "required": true }""", "required field 'date'" },
        { Stage + ", \"rule\": \"pestControl\" }", """{ "key": "lastDate", "type": "date", "required": true }""", "required field 'intervalDays'" },
        { "", """{ "key": "a", "type": "text" }, { "key": "a", "type": "date" }""", "'a' is there twice" },
        { "", """{ "key": "a-b", "type": "text" }""", "not camelCase" },
        { "", """{ "key": "a", "type": "choice" }""", "have choices" },
        { "", """{ "key": "a", "type": "text", "choices": [{ "key": "x" }] }""", "have choices" },
        { "", """{ "key": "a", "type": "choice", "choices": [{ "key": "x" }, { "key": "x" }] }""", "the choice 'x' is there twice" },
        { "", """{ "key": "a", "type": "rows" }""", "have fields" },
        { "", """{ "key": "a", "type": "text", "fields": [{ "key": "b", "type": "text" }] }""", "have fields" },
        { "", """{ "key": "a", "type": "rows", "fields": [{ "key": "b", "type": "rows", "fields": [{ "key": "c", "type": "text" }] }] }""", "neither rows" },
        { "", """{ "key": "a", "type": "rows", "fields": [{ "key": "b", "type": "inputs" }] }""", "nor inputs" },
        { "", """{ "key": "a", "type": "rows", "fields": [{ "key": "b", "type": "text" }, { "key": "b", "type": "text" }] }""", "'b' is there twice" },
        { "", """{ "key": "a", "type": "rows", "fields": [{ "key": "b", "type": "text", "max": 5 }] }""", "'b': numbers alone" },
        { "", """{ "key": "a", "type": "text", "unit": "kg" }""", "numbers alone" },
        { "", """{ "key": "a", "type": "date", "maxLength": 5 }""", "texts alone" },
        { "", """{ "key": "a", "type": "number", "multiline": true }""", "texts alone" },
        { "", """{ "key": "a", "type": "text", "past": true }""", "dates alone" },
        { "", """{ "key": "a", "type": "text", "multiple": true }""", "choices alone" },
        { "", """{ "key": "a", "type": "text", "maxItems": 5 }""", "lists alone" },
        { "", """{ "key": "a", "type": "plots", "accept": ["image"] }""", "files and inputs alone" },
        { "", """{ "key": "a", "type": "attachment", "accept": ["images"] }""", "files are image, pdf, video" },
        { "", """{ "key": "a", "type": "number", "min": 5, "max": 4 }""", "min is above max" },
        { "", """{ "key": "a", "type": "number", "max": 1e13 }""", "no number is that large" },
        { "", """{ "key": "a", "type": "number", "decimals": 7 }""", "decimals lie between" },
        { "", """{ "key": "a", "type": "text", "maxLength": 0 }""", "maxLength begins at 1" },
        { "", """{ "key": "a", "type": "plots", "minItems": 0 }""", "minItems begins at 1" },
        { "", """{ "key": "a", "type": "plots", "maxItems": 501 }""", "maxItems lies between" },
        { "", """{ "key": "a", "type": "plots", "minItems": 3, "maxItems": 2 }""", "minItems is above maxItems" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_form_that_cannot_be_asked_stops_the_node_and_says_why_FM1(string members, string fields, string why)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Given.Form(fields, members));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("The form '", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_with_every_type_of_field_can_be_asked_FM1() =>
        Assert.Empty(Enum.GetValues<FieldType>().Except(Given.Everything.Fields.Select(field => field.Type)));
}
