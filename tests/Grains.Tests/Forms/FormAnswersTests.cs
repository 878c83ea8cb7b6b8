using System.Text;
using System.Text.Json;
using Suyuan.Common;

namespace Suyuan.Forms.Tests;

public sealed class FormAnswersTests
{
    [Theory]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    [InlineData("""{ "a": 1, "\u0061": 2 }""")]
    [InlineData("""{ "rows": [{ "a": 1, "a": 1 }] }""")]
    public void A_member_given_twice_is_refused_at_any_depth(string json) =>
        Assert.Throws<JsonException>(() => Given.Answers(json));

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"{}\"")]
    [InlineData("true")]
    public void Answers_are_an_object(string json) => Assert.Throws<JsonException>(() => Given.Answers(json));

    [Theory]
    [InlineData("""{ "a": "x\u0000" }""")]
    [InlineData("""{ "a\u0000": 1 }""")]
    [InlineData("""{ "rows": [{ "a": ["\ud800"] }] }""")]
    [InlineData("""{ "a": "\udc00\ud800" }""")]
    [InlineData("""{ "a": 1e200000 }""")]
    [InlineData("""{ "a": -1e-200000 }""")]
    [InlineData("""{ "rows": [{ "a": 0.1e-99999999999 }] }""")]
    [InlineData("""{ "a": 1e999 }""")]
    public void What_no_storage_takes_is_refused_where_it_is_read(string json) =>
        Assert.Throws<JsonException>(() => Given.Answers(json));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] json = [.. "{ \"a\": \""u8, 0xff, 0xfe, .. "\" }"u8];

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FormAnswers>(json, SuyuanJson.Options));
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(61, false)]
    [InlineData(200, false)]
    public void Nesting_without_end_is_refused(int depth, bool taken)
    {
        var json = $$"""{ "a": {{new string('[', depth)}}1{{new string(']', depth)}} }""";

        if (taken) Assert.NotNull(Given.Answers(json).ToObject()["a"]);
        else Assert.Throws<JsonException>(() => Given.Answers(json));
    }

    [Fact]
    public void Answers_inside_a_record_read_as_they_were_written()
    {
        const string Json = """{"before":1,"answers":{"名":"甲乙","n":1.50,"rows":[{"a":null}]},"after":2}""";

        var read = JsonSerializer.Deserialize<Around>(Json, SuyuanJson.Options)!;

        Assert.Equal("""{"名":"甲乙","n":1.50,"rows":[{"a":null}]}""", read.Answers.Json);
        Assert.Equal(2, read.After);
        Assert.Equal(Json, JsonSerializer.Serialize(read, SuyuanJson.Options));
    }

    [Fact]
    public void A_number_of_a_thousand_digits_reads_again_as_the_database_writes_it()
    {
        var whole = new string('9', 1_000);

        Assert.Equal("""{"a":9e997}""", Given.Answers("""{ "a": 9e997 }""").Json);
        Assert.Equal($$"""{"a":{{whole}}}""", Given.Answers($$"""{ "a": {{whole}} }""").Json);
        Assert.Throws<JsonException>(() => Given.Answers($$"""{ "a": {{whole}}9 }"""));
    }

    [Fact]
    public void Characters_beyond_the_first_plane_are_kept() =>
        Assert.Equal("𠮷😀", Given.Answers(Given.Answers("""{ "a": "𠮷😀" }""").Json).Text("a"));

    [Fact]
    public async Task Answers_that_arrive_in_pieces_read_whole()
    {
        var text = $$"""{"before":1,"answers":{"long":"{{new string('甲', 50_000)}}","bad":"x"},"after":2}""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        Assert.Equal(50_000, (await JsonSerializer.DeserializeAsync<Around>(stream, SuyuanJson.Options))!.Answers.Text("long")!.Length);
    }

    [Fact]
    public void The_text_of_a_field_is_null_where_there_is_none()
    {
        var answers = Given.Answers("""{ "name": "甲", "number": 5 }""");

        Assert.Equal(("甲", null, null), (answers.Text("name"), answers.Text("number"), answers.Text("other")));
    }

    private sealed record Around
    {
        public int Before { get; init; }
        public FormAnswers Answers { get; init; } = FormAnswers.Empty;
        public int After { get; init; }
    }
}
