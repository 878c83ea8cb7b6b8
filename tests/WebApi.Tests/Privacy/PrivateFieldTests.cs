using System.Text.RegularExpressions;
using Suyuan.Forms;

namespace Suyuan.Privacy.Tests;

/// <summary>What the forms keep from consumers, whatever is published.</summary>
public sealed partial class PrivateFieldTests
{
    // What an enterprise gives for the public to call.
    private static readonly string[] ForThePublic = ["enterprise-profile.publicPhone", "public-profile.contactPhone"];

    /// <summary>Run with SUYUAN_UPDATE=1 to write the list anew, and read what of it is gone.</summary>
    [Fact]
    public void What_is_kept_from_consumers_changes_only_on_purpose_PB4() => Assert.Equal(PrivateFields.InFile(), PrivateFields.InForms);

    [Fact]
    public void No_form_asks_for_a_person_and_leaves_the_answer_open_PB4()
    {
        var open = FormCatalogue.Load().All.SelectMany(form => Open(form.Key, form.Fields)).Except(ForThePublic);

        Assert.Empty(open);
    }

    [Theory]
    [InlineData("19990000011", "tel:19990000011")]
    [InlineData("19990000011", "199 9000 0011")]
    [InlineData("19990000011", "199-9000-0011")]
    [InlineData("19990000011", "１９９９００００011")]
    [InlineData("19990000011", "&#49;99&#x39;0000011")]
    [InlineData("19990000011", "1\\u0039990000011")]
    [InlineData("19990000011", "q=%31%39990000011")]
    [InlineData("19990000011", "\\x3139393930303030303131")]
    [InlineData("王柏林", "<dd>王 柏 林</dd>")]
    [InlineData("王柏林", "\"\\u738b\\u67CF\\u6797\"")]
    [InlineData("王柏林", "&#29579;&#26575;&#x6797;")]
    [InlineData("王柏林", "/files/%E7%8E%8B%E6%9F%8F%E6%9E%97.jpg")]
    [InlineData("王柏林", "546L5p+P5p6X")]
    [InlineData("65909919710618023X", "65909919710618023x")]
    public void A_value_is_found_however_it_is_written(string value, string text) =>
        Assert.Single(new PersonalSearch([new(PersonalKind.Secret, value, "test")]).Find(text));

    [Theory]
    [InlineData("王*")]
    [InlineData("199****0011")]
    [InlineData("1999000001")]
    public void A_mask_is_none_of_them(string text) =>
        Assert.Empty(new PersonalSearch([new(PersonalKind.Name, "王柏林", "test"), new(PersonalKind.Mobile, "19990000011", "test")]).Find(text));

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105 19491231 002x", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("1360571 1066", true)]
    [InlineData("+86 138-0000-0000", true)]
    [InlineData("33108200030010000003", false)]
    [InlineData("0576-85381218", false)]
    [InlineData("<p>两对半：乙肝表面抗原阳性</p>", true)]
    public void What_looks_like_a_number_of_a_person_or_a_finding_is_found(string text, bool found) =>
        Assert.Equal(found, PersonalSearch.FindPatterns(text).Any());

    private static IEnumerable<string> Open(string path, IEnumerable<FormField> fields) => fields.SelectMany(field =>
        Open($"{path}.{field.Key}", field.Fields).Concat(
            field.Privacy is FieldPrivacy.Open && (AsksForPerson().IsMatch(field.Label.Zh) || field.Type is FieldType.Phone or FieldType.Email)
                ? [$"{path}.{field.Key}"]
                : []));

    [GeneratedRegex("人$|姓名|讲师|兽医|司机|手机|电话|邮箱|身份证|体检|健康证|车牌|运单号|银行|账号|签名|价$|费用")]
    private static partial Regex AsksForPerson();
}
