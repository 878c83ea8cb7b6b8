using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Suyuan.Common;

namespace Suyuan.Forms.Tests;

public sealed class FormCheckerListTests
{
    public static TheoryData<string, string, string, Refusal> WrongItems => new()
    {
        { "several", """["a", "d"]""", "several[1]", FormRefusals.UnknownChoice("d") },
        { "several", """["a", "b", "a"]""", "several[2]", FormRefusals.TwiceChosen("a") },
        { "several", """["a", null]""", "several[1]", FormRefusals.WrongType(FieldType.Choice) },
        { "several", """["a", "b", "c", "c"]""", "several", FormRefusals.TooManyItems(3) },
        { "files", "{}", "files", FormRefusals.WrongType(FieldType.Attachment) },
        { "files", """["aa11"]""", "files[0]", FormRefusals.UnknownAttachment },
        { "files", """[{ "sha256": "zz", "name": "x" }]""", "files[0]", FormRefusals.UnknownAttachment },
        { "files", """[{ "sha256": "aa11" }]""", "files[0]", FormRefusals.WrongType(FieldType.Attachment) },
        { "files", """[{ "sha256": "aa11", "name": " " }]""", "files[0]", FormRefusals.WrongType(FieldType.Attachment) },
        { "files", """[{ "sha256": "aa11", "name": "a\u0007" }]""", "files[0]", FormRefusals.WrongType(FieldType.Attachment) },
        { "files", """[{ "sha256": "aa11", "name": "a", "size": 1 }]""", "files[0]", FormRefusals.WrongType(FieldType.Attachment) },
        { "files", """[{ "sha256": "aa11", "name": "a" }, { "sha256": "aa11", "name": "b" }]""", "files[1]", FormRefusals.TwiceChosen("aa11") },
        { "pictures", """[{ "sha256": "bb22", "name": "a.png" }]""", "pictures[0]", FormRefusals.AttachmentType("application/pdf") },
        { "plots", "\"plot-1\"", "plots", FormRefusals.WrongType(FieldType.Plots) },
        { "plots", """["plot-3"]""", "plots[0]", FormRefusals.UnknownPlot },
        { "plots", """[["plot-1"]]""", "plots[0]", FormRefusals.WrongType(FieldType.Plots) },
        { "plots", """["plot-1", " plot-1"]""", "plots[1]", FormRefusals.TwiceChosen("plot-1") },
        { "inputs", """[{ "lot": "lot-9", "quantity": 1 }]""", "inputs[0]", FormRefusals.UnknownLot },
        { "inputs", """[{ "lot": "lot-2", "quantity": 1 }]""", "inputs[0]", FormRefusals.LotOfAnotherKind("feed") },
        { "inputs", """[{ "lot": "lot-1" }]""", "inputs[0]", FormRefusals.WrongType(FieldType.Inputs) },
        { "inputs", """[{ "lot": "lot-1", "quantity": "1" }]""", "inputs[0]", FormRefusals.WrongType(FieldType.Number) },
        { "inputs", """[{ "lot": "lot-1", "quantity": 0 }]""", "inputs[0]", FormRefusals.NumberTooSmall(0.001m) },
        { "inputs", """[{ "lot": "lot-1", "quantity": 0.0015 }]""", "inputs[0]", FormRefusals.TooManyDecimals(3) },
        { "inputs", """[{ "lot": "lot-1", "quantity": 1 }, { "lot": "lot-1", "quantity": 2 }]""", "inputs[1]", FormRefusals.TwiceChosen("lot-1") },
        { "rows", """{ "name": "甲" }""", "rows", FormRefusals.WrongType(FieldType.Rows) },
        { "rows", """["甲"]""", "rows[0]", FormRefusals.WrongType(FieldType.Rows) },
        { "rows", "[{}]", "rows[0].name", FormRefusals.Required },
        { "rows", """[{ "name": "甲" }, { "name": "乙", "count": 0 }]""", "rows[1].count", FormRefusals.NumberTooSmall(1) },
        { "rows", """[{ "name": "甲", "scan": [{ "sha256": "zz", "name": "a" }] }]""", "rows[0].scan[0]", FormRefusals.UnknownAttachment },
        { "rows", """[{ "name": "甲", "model": "X" }]""", "rows[0].model", FormRefusals.UnknownField },
        { "other", "1", "other", FormRefusals.UnknownField },
    };

    [Theory]
    [MemberData(nameof(WrongItems))]
    public void A_wrong_item_is_named_by_its_place_FM1(string field, string answer, string path, Refusal expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var fault = Assert.Single(Given.Check(Given.Everything, $$"""{ "{{field}}": {{answer}} }"""));

        Assert.Equal((path, expected.ToString()), (fault.Path, fault.Refusal.ToString()));
    }

    [Fact]
    public void Every_wrong_field_is_reported_at_once_FM1()
    {
        var faults = Given.Check(Given.Everything, """
            { "text": "六个汉字太长", "number": "1", "date": "昨天", "district": "1", "nothing": 1,
              "rows": [{ "count": 0, "mobile": "1" }, 5, { "name": "丙", "scan": [{}], "colour": "红" }] }
            """);

        Assert.Equal(
            ["date", "district", "nothing", "number", "rows[0].count", "rows[0].mobile", "rows[0].name", "rows[1]", "rows[2].colour",
             "rows[2].scan[0]", "text"],
            faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_starred_field_is_required_and_blank_is_no_answer_FM1()
    {
        var form = Given.Form("""
            { "key": "name", "type": "text", "required": true }, { "key": "sure", "type": "yesNo", "required": true },
            { "key": "rows", "type": "rows", "required": true, "fields": [{ "key": "a", "type": "text" }] }
            """);

        foreach (var nothing in new[] { "{}", """{ "name": " ", "sure": null, "rows": [] }""" })
            Assert.Equal([.. form.Fields.Select(field => (field.Key, FormRefusals.Required.Code))],
                Given.Check(form, nothing).Select(fault => (fault.Path, fault.Refusal.Code)));
        Assert.Empty(Given.Check(form, """{ "name": "甲", "sure": false, "rows": [{}] }"""));
    }

    [Fact]
    public void A_list_without_a_limit_ends_at_five_hundred_items_FM1()
    {
        var form = Given.Form("""{ "key": "plots", "type": "plots" }""");
        var answers = $$"""{ "plots": [{{string.Join(',', Enumerable.Repeat("\"plot-9\"", 501))}}] }""";

        Assert.Contains(Given.Check(form, answers), fault => fault.Refusal.ToString() == FormRefusals.TooManyItems(500).ToString());
    }

    [Fact]
    public void A_body_of_nothing_but_faults_is_answered_in_short_FM1()
    {
        var many = new StringBuilder("{").AppendJoin(',', Enumerable.Range(0, 20_000).Select(i => $"\"{i}{new string('x', 200)}\":1")).Append('}');
        var faults = Given.Check(Given.Everything, many.ToString());

        Assert.Equal(1_000, faults.Length);
        Assert.All(faults, fault => Assert.True(fault.Path.Length <= 101));
    }

    [Fact]
    public void The_refusal_counts_and_carries_every_fault_FM1()
    {
        var faults = Given.Check(Given.Everything, """{ "text": 1, "date": 1 }""");
        var refusal = FormRefusals.AnswersInvalid(faults);

        Assert.Equal("form/answers-invalid (count: 2)", refusal.ToString());
        Assert.Equal(faults, refusal.Fields!.Value);
    }

    [Fact]
    public void The_checker_never_throws_whatever_it_is_given_FM1() => Prop.ForAll(AnyJson.Answers(Given.Everything), answers =>
        !Given.Check(Given.Everything, answers).IsDefault).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
