using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Suyuan.Forms.Tests;

/// <summary>docs/forms.md: what it shows reads as it says, and it leaves no member out.</summary>
public sealed partial class FormDocumentTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "forms.md"));

    private readonly string folder = Directory.CreateTempSubdirectory("suyuan-forms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_form_of_the_page_can_be_asked()
    {
        File.WriteAllText(Path.Combine(folder, "beekeeping.1.form.json"), Assert.Single(Blocks("form")));

        Assert.Equal("beekeeping", FormCatalogue.Load(folder).TemplateOf("fruit").ElementAt(4).Key);
    }

    [Fact]
    public void The_fields_of_the_page_take_its_answers()
    {
        var form = AllFields();
        var answers = Given.Answers(Assert.Single(Blocks("answers")));
        var named = FormReferences.Of(form, answers);
        var known = new KnownReferences
        {
            Attachments = named.Attachments.ToImmutableDictionary(file => file, _ => "image/jpeg"),
            Plots = [.. named.Plots],
            Lots = named.Lots.ToImmutableDictionary(lot => lot, _ => "pesticide"),
        };

        Assert.Empty(FormChecker.Check(form, answers, Given.Today, known));
        Assert.Equal(form.Fields.Select(field => field.Key).Order(), answers.ToObject().Select(answer => answer.Key).Order());
        Assert.Empty(Enum.GetValues<FieldType>().Except(form.Fields.Select(field => field.Type)));
    }

    [Fact]
    public void No_member_and_no_name_is_left_out() => Assert.Empty(
        Members(typeof(Form)).Concat(Members(typeof(FormSection))).Concat(Members(typeof(FormField))).Concat(Members(typeof(StageTraits)))
            .Concat(Names<FieldType>()).Concat(Names<FormGroup>()).Concat(Names<StageGroup>()).Concat(Names<StageRule>())
            .Concat(Names<FieldPrivacy>())
            .Where(name => !Page.Contains($"`{name}`", StringComparison.Ordinal)));

    private Form AllFields()
    {
        File.WriteAllText(Path.Combine(folder, "page.1.form.json"), $$"""
            { "form": "page", "version": 1, "group": "management", "label": { "zh": "例", "en": "Examples" }, "sections": [
              { "key": "all", "label": { "zh": "例", "en": "Examples" }, "fields": [{{string.Join(",\n", Blocks("field"))}}] }] }
            """);
        return FormCatalogue.Load(folder).Get("page");
    }

    private static IEnumerable<string> Blocks(string kind) =>
        Fence().Matches(Page).Where(block => block.Groups["kind"].Value == kind).Select(block => block.Groups["text"].Value);

    private static IEnumerable<string> Members(Type type) =>
        from member in type.GetProperties()
        where member.CanWrite
        select ((JsonPropertyNameAttribute?)Attribute.GetCustomAttribute(member, typeof(JsonPropertyNameAttribute)))?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Suyuan.slnx"))) at = at.Parent;
        return at.FullName;
    }

    [GeneratedRegex("^```json (?<kind>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
