namespace Suyuan.Forms.Tests;

public sealed class TidyAnswersTests
{
    [Theory]
    [InlineData("""{ "text": " 甲 ", "long": "一\r\n二\r三 " }""", """{"text":"甲","long":"一\n二\n三"}""")]
    [InlineData("""{ "text": "  ", "number": null, "several": [], "rows": [] }""", "{}")]
    [InlineData("""{ "creditCode": "91330100799655058b", "idNumber": " 11010519491231002x", "text": "x" }""",
        """{"creditCode":"91330100799655058B","idNumber":"11010519491231002X","text":"x"}""")]
    [InlineData("""{ "yesNo": false, "number": 0, "place": {} }""", """{"yesNo":false,"number":0,"place":{}}""")]
    [InlineData("""{ "several": [" a ", "b"], "plots": ["plot-1 "] }""", """{"several":["a","b"],"plots":["plot-1"]}""")]
    [InlineData("""{ "rows": [{ "name": " 甲 ", "count": null }, {}, 5] }""", """{"rows":[{"name":"甲"},{},5]}""")]
    [InlineData("""{ "other": " x ", "text": { "deep": [" y "] } }""", """{"other":"x","text":{"deep":[" y "]}}""")]
    public void Answers_are_kept_without_blanks_and_without_nothings(string given, string kept) =>
        Assert.Equal(kept, TidyAnswers.Of(Given.Everything, Given.Answers(given).ToObject()).ToJsonString(Common.SuyuanJson.Options));

    [Fact]
    public void Tidying_twice_changes_nothing()
    {
        var once = TidyAnswers.Of(Given.Everything, Given.Answers("""{ "text": " a ", "rows": [{ "name": " b " }], "creditCode": "x" }""").ToObject());

        Assert.Equal(once.ToJsonString(), TidyAnswers.Of(Given.Everything, once).ToJsonString());
    }
}
