using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Suyuan.Forms.Tests;

public sealed class PersonalFieldsTests
{
    private const string OtherMobile = "13811111234";

    private static readonly Form Form = Given.Form("""
        { "key": "name", "type": "text" }, { "key": "mobile", "type": "mobile", "required": true }, { "key": "idNumber", "type": "idNumber" },
        { "key": "phone", "type": "phone", "privacy": "secret" }, { "key": "hotline", "type": "phone" },
        { "key": "people", "type": "rows", "fields": [{ "key": "name", "type": "text" }, { "key": "mobile", "type": "mobile" }] }
        """);

    private readonly CountingSeal seal = new();

    [Fact]
    public void Id_numbers_and_mobiles_are_kept_encrypted_and_shown_masked_SC2()
    {
        var kept = Kept($$"""{ "name": "张三", "mobile": "{{Given.Mobile}}", "idNumber": "{{Given.IdNumber.ToLowerInvariant()}}" }""");

        Assert.Equal(("138****1234", "h:13800001234", "1", "1:13800001234"), PartsOf(kept["mobile"]!));
        Assert.DoesNotContain(Given.Mobile, FormAnswers.Of(kept).Shown().Json, StringComparison.Ordinal);
        Assert.Equal("""{"name":"张三","mobile":"138****1234","idNumber":"110105********002X"}""", FormAnswers.Of(kept).Shown().Json);
        Assert.Empty(Check(kept));
    }

    [Theory]
    [InlineData(Given.Mobile, "138****1234")]
    [InlineData("0571-88580012", "****0012")]
    public void Secret_phone_is_kept_as_a_mobile_is_and_a_phone_for_the_public_as_it_is_SC2(string phone, string masked)
    {
        var kept = Kept($$"""{ "phone": "{{phone}}", "hotline": "{{phone}}" }""");

        Assert.Equal($$"""{"phone":"{{masked}}","hotline":"{{phone}}"}""", FormAnswers.Of(kept).Shown().Json);
        Assert.True(SealedText.Is(kept["phone"]));
        Assert.Equal(kept.ToJsonString(), Kept($$"""{ "phone": "{{masked}}", "hotline": "{{phone}}" }""", kept).ToJsonString());
        Assert.Empty(Check(kept));
        Assert.Equal(FormRefusals.PhoneInvalid.Code, Assert.Single(Check(Kept("""{ "phone": "1234" }"""))).Refusal.Code);
    }

    [Fact]
    public void A_mask_that_comes_back_stands_for_what_is_kept_SC2()
    {
        var kept = Kept($$"""{ "mobile": "{{Given.Mobile}}" }""");

        Assert.Equal(kept.ToJsonString(), Kept("""{ "mobile": "138****1234" }""", kept).ToJsonString());
        Assert.Equal(kept.ToJsonString(), Kept($$"""{ "mobile": " {{Given.Mobile}} " }""", kept).ToJsonString());
        Assert.Equal(kept.ToJsonString(), Kept(kept.ToJsonString(), kept).ToJsonString());
    }

    [Fact]
    public void Another_number_replaces_what_is_kept_and_none_removes_it_SC2()
    {
        var kept = Kept($$"""{ "mobile": "{{Given.Mobile}}" }""");

        Assert.Equal("h:" + OtherMobile, Kept($$"""{ "mobile": "{{OtherMobile}}" }""", kept)["mobile"]!["hash"]!.GetValue<string>());
        Assert.Equal("{}", Kept("""{ "mobile": "" }""", kept).ToJsonString());
    }

    [Theory]
    [InlineData("\"138****9999\"")]
    [InlineData("\"1380000123\"")]
    [InlineData("138000012345")]
    [InlineData("""["13800001234"]""")]
    [InlineData("""{ "number": "13800001234" }""")]
    public void Malformed_personal_text_is_kept_sealed_and_reported_SC2(string answer)
    {
        var kept = Kept($$"""{ "mobile": {{answer}} }""", Kept($$"""{ "mobile": "{{Given.Mobile}}" }"""));

        Assert.Equal("****", FormAnswers.Of(kept).Shown().Text("mobile"));
        Assert.True(SealedText.Is(kept["mobile"]));
        Assert.Equal(FormRefusals.MobileInvalid.Code, Assert.Single(Check(kept)).Refusal.Code);

        // And stays so, though the mask or the whole comes back.
        Assert.Equal(kept.ToJsonString(), Kept("""{ "mobile": "****" }""", kept).ToJsonString());
        Assert.Equal(kept.ToJsonString(), Kept(kept.ToJsonString(), kept).ToJsonString());
    }

    [Theory]
    [InlineData("""{ "masked": "139****0000", "hash": "h:13900000000", "keyId": "1", "cipher": "9:13900000000" }""")]
    [InlineData("""{ "masked": "138****1234", "hash": "h:13800001234", "keyId": "1", "cipher": "9:13900000000" }""")]
    public void A_forged_sealed_object_is_never_taken_for_a_kept_one_SC2(string forged)
    {
        var kept = Kept($$"""{ "mobile": {{forged}} }""", Kept($$"""{ "mobile": "{{Given.Mobile}}" }"""));

        Assert.Equal(forged.Replace(" ", "", StringComparison.Ordinal), seal.Reveal(new() { Cipher = PartsOf(kept["mobile"]!).Cipher }));
        Assert.Equal(FormRefusals.MobileInvalid.Code, Assert.Single(Check(kept)).Refusal.Code);
    }

    [Theory]
    [InlineData("""{ "masked": 1, "cipher": {} }""")]
    [InlineData("""{ "masked": null, "hash": "h", "keyId": "1", "cipher": "c" }""")]
    [InlineData("""{ "cipher": "c" }""")]
    public void A_forged_object_elsewhere_hides_nothing_and_breaks_nothing(string forged)
    {
        var answers = Given.Answers($$"""{ "name": {{forged}}, "other": [{{forged}}] }""");

        Assert.Equal(answers.Json, answers.Shown().Json);
    }

    [Fact]
    public void Numbers_follow_their_rows_when_rows_move_SC2()
    {
        var kept = Kept($$"""{ "people": [{ "name": "甲", "mobile": "{{Given.Mobile}}" }, { "name": "乙", "mobile": "{{OtherMobile}}" }] }""");

        // Both have the same mask, so only the rest of the row tells them apart.
        var moved = Kept("""{ "people": [{ "name": "乙", "mobile": "138****1234" }, { "name": "甲", "mobile": "138****1234" }] }""", kept);
        var less = Kept("""{ "people": [{ "name": "乙", "mobile": "138****1234" }] }""", kept);
        var renamed = Kept("""{ "people": [{ "name": "丙", "mobile": "138****1234" }, { "name": "丁", "mobile": "138****1234" }] }""", kept);

        Assert.Equal([OtherMobile, Given.Mobile], Numbers(moved));
        Assert.Equal([OtherMobile], Numbers(less));
        Assert.Equal([Given.Mobile, OtherMobile], Numbers(renamed));
    }

    [Theory]
    [InlineData($$"""{ "name": "甲", "mobile": "{{Given.Mobile}}" }""", "people")]
    [InlineData($"\"{Given.Mobile}\"", "people")]
    [InlineData($"[\"{Given.Mobile}\", [\"{Given.Mobile}\"]]", "people[0] people[1]")]
    public void What_is_no_row_is_reported_and_nothing_of_it_is_kept_SC2(string rows, string paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var kept = Kept($$"""{ "mobile": "{{OtherMobile}}", "people": {{rows}} }""");

        Assert.DoesNotContain(Given.Mobile, kept.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(paths.Split(' '), Check(kept).Select(fault => fault.Path));
    }

    [Fact]
    public void Sealing_never_throws_and_whatever_was_kept_stays_when_it_comes_back_SC2() => Prop.ForAll(
        AnyJson.Answers(Form), AnyJson.Answers(Form), (first, second) =>
        {
            var kept = Kept(second, Kept(first));
            return kept.ToJsonString() == Kept(kept.ToJsonString(), kept).ToJsonString();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private JsonObject Kept(string given, JsonObject? before = null) =>
        new PersonalFields(seal, before ?? []).Seal(Form.Fields, TidyAnswers.Of(Form, Given.Answers(given).ToObject()));

    private static IEnumerable<FieldFault> Check(JsonObject kept) =>
        FormChecker.Check(Form, FormAnswers.Of(kept), Given.Today, KnownReferences.None)
            .Where(fault => fault.Refusal.Code != FormRefusals.Required.Code);

    private static IEnumerable<string> Numbers(JsonObject kept) =>
        kept["people"]!.AsArray().Select(row => row!["mobile"]!["hash"]!.GetValue<string>()[2..]);

    private static (string Masked, string Hash, string KeyId, string Cipher) PartsOf(JsonNode node) =>
        (Part(node, "masked"), Part(node, "hash"), Part(node, "keyId"), Part(node, "cipher"));

    private static string Part(JsonNode node, string member) => node[member]!.GetValue<string>();
}
