using Suyuan.Common;

namespace Suyuan.Forms.Tests;

public sealed class FormCheckerTests
{
    private const string Ring = "[[120.1, 30.2], [120.2, 30.2], [120.2, 30.3], [120.1, 30.2]]";

    public static TheoryData<string, string, Refusal> Wrong => new()
    {
        { "text", "5", FormRefusals.WrongType(FieldType.Text) },
        { "text", "{}", FormRefusals.WrongType(FieldType.Text) },
        { "text", "[\"a\"]", FormRefusals.WrongType(FieldType.Text) },
        { "text", "\"六个汉字太长\"", FormRefusals.TextTooLong(5) },
        { "text", "\"a\\nb\"", FormRefusals.TextUnprintable },
        { "text", "\"a\\u0007b\"", FormRefusals.TextUnprintable },
        { "text", "\"a\\u202Eb\"", FormRefusals.TextUnprintable },
        { "long", "\"a\\u001bb\"", FormRefusals.TextUnprintable },
        { "number", "\"5\"", FormRefusals.WrongType(FieldType.Number) },
        { "number", "true", FormRefusals.WrongType(FieldType.Number) },
        { "number", "[5]", FormRefusals.WrongType(FieldType.Number) },
        { "number", "-1.51", FormRefusals.NumberTooSmall(-1.5m) },
        { "number", "100.01", FormRefusals.NumberTooLarge(100) },
        { "number", "1e400", FormRefusals.NumberTooLarge(100) },
        { "number", "-1e400", FormRefusals.NumberTooSmall(-1.5m) },
        { "number", "1.005", FormRefusals.TooManyDecimals(2) },
        { "number", "1e-30", FormRefusals.TooManyDecimals(2) },
        { "number", "1e-400", FormRefusals.TooManyDecimals(2) },
        { "number", "1.0000000000000000000000000000000001", FormRefusals.TooManyDecimals(2) },
        { "count", "1.5", FormRefusals.TooManyDecimals(0) },
        { "count", "1e12", FormRefusals.NumberTooLarge(999_999_999_999.999m) },
        { "count", "-1000000000000", FormRefusals.NumberTooSmall(-999_999_999_999.999m) },
        { "date", "20260501", FormRefusals.WrongType(FieldType.Date) },
        { "date", "\"2026-5-1\"", FormRefusals.DateInvalid },
        { "date", "\"2026-02-29\"", FormRefusals.DateInvalid },
        { "date", "\"1899-12-31\"", FormRefusals.DateInvalid },
        { "date", "\"2026-05-01T00:00:00Z\"", FormRefusals.DateInvalid },
        { "past", "\"2026-05-21\"", FormRefusals.DateInFuture },
        { "choice", "\"c\"", FormRefusals.UnknownChoice("c") },
        { "choice", "[\"a\"]", FormRefusals.WrongType(FieldType.Choice) },
        { "several", "\"a\"", FormRefusals.WrongType(FieldType.Choice) },
        { "several", "[\"a\"]", FormRefusals.TooFewItems(2) },
        { "yesNo", "\"true\"", FormRefusals.WrongType(FieldType.YesNo) },
        { "yesNo", "1", FormRefusals.WrongType(FieldType.YesNo) },
        { "district", "\"990106\"", FormRefusals.DistrictInvalid },
        { "district", "\"33010\"", FormRefusals.DistrictInvalid },
        { "creditCode", $"\"{Given.CreditCode[..17]}A\"", FormRefusals.CreditCodeInvalid },
        { "creditCode", $"\"{Given.IdNumber}\"", FormRefusals.CreditCodeInvalid },
        { "idNumber", "\"110105194912310021\"", FormRefusals.IdNumberInvalid },
        { "idNumber", $"\"{Given.CreditCode}\"", FormRefusals.IdNumberInvalid },
        { "mobile", "\"12800001234\"", FormRefusals.MobileInvalid },
        { "mobile", "13800001234", FormRefusals.WrongType(FieldType.Mobile) },
        { "phone", "\"85381218\"", FormRefusals.PhoneInvalid },
        { "phone", "\"０571-85381218\"", FormRefusals.PhoneInvalid },
        { "email", "\"a@b\"", FormRefusals.EmailInvalid },
        { "email", "\"a b@c.cn\"", FormRefusals.EmailInvalid },
        { "gtin", "\"6901234567890\"", FormRefusals.GtinInvalid },
        { "place", "\"120.1,30.2\"", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Point", "coordinates": [120.1] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Point", "coordinates": [120.1, 90.1] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Point", "coordinates": [180.1, 30.2] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Point", "coordinates": ["120.1", 30.2] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Point", "coordinates": [120.1, 30.2], "crs": "x" }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "LineString", "coordinates": [[120.1, 30.2], [120.2, 30.2]] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Polygon", "coordinates": [] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Polygon", "coordinates": [[[120.1, 30.2], [120.2, 30.2], [120.1, 30.2]]] }""", FormRefusals.PlaceInvalid },
        { "place", """{ "type": "Polygon", "coordinates": [[[1, 1], [1, 2], [2, 2], [2, 1]]] }""", FormRefusals.PlaceInvalid },
    };

    public static TheoryData<string, string> Right => new()
    {
        { "text", "\"五个字没问\"" },
        { "long", "\"一行\\n\\t二行\"" },
        { "number", "-1.5" },
        { "number", "1e1" },
        { "number", "0.00" },
        { "count", "0" },
        { "date", "\"2999-12-31\"" },
        { "past", "\"2026-05-20\"" },
        { "choice", "\"b\"" },
        { "several", "[\"c\", \"a\"]" },
        { "yesNo", "false" },
        { "district", "\"330106\"" },
        { "creditCode", $"\"{Given.CreditCode}\"" },
        { "idNumber", $"\"{Given.IdNumber}\"" },
        { "mobile", $"\"{Given.Mobile}\"" },
        { "phone", "\"0571-85381218\"" },
        { "phone", "\"400-810-8888\"" },
        { "email", "\"zhang.san@example.com.cn\"" },
        { "gtin", "\"6901234567892\"" },
        { "place", """{ "type": "Point", "coordinates": [120.1, 30.2] }""" },
        { "place", $$"""{ "type": "Polygon", "coordinates": [{{Ring}}] }""" },
        { "files", $$"""[{ "sha256": "{{Given.Picture}}", "name": "照片.png" }, { "sha256": "{{Given.Paper}}", "name": "证书.pdf" }]""" },
        { "plots", "[\"plot-2\", \"plot-1\"]" },
        { "inputs", $$"""[{ "lot": "{{Given.Pesticide}}", "quantity": 0.001 }]""" },
        { "rows", """[{ "name": "甲" }]""" },
        { "text", "\"  \"" },
        { "number", "null" },
        { "several", "[]" },
        { "rows", "[]" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_answer_is_named_with_what_is_wrong_FM1(string field, string answer, Refusal expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var fault = Assert.Single(Given.Check(Given.Everything, $$"""{ "{{field}}": {{answer}} }"""));

        Assert.Equal((field, expected.ToString()), (fault.Path, fault.Refusal.ToString()));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_answer_is_taken_FM1(string field, string answer) =>
        Assert.Empty(Given.Check(Given.Everything, $$"""{ "{{field}}": {{answer}} }"""));
}
