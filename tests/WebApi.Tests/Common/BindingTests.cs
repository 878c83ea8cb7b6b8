using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Suyuan.Accounts;

namespace Suyuan.Common.Tests;

public sealed class BindingTests
{
    [Theory]
    [InlineData("\"7\"", 7, null)]
    [InlineData("*", null, null)]
    [InlineData("", null, "common/if-match-required")]
    [InlineData("7", null, "common/malformed-parameter")]
    [InlineData("W/\"7\"", null, "common/malformed-parameter")]
    [InlineData("\"7\", \"8\"", null, "common/malformed-parameter")]
    [InlineData("\"-7\"", null, "common/malformed-parameter")]
    [InlineData("\"99999999999\"", null, "common/malformed-parameter")]
    public void If_match_names_one_revision(string header, int? revision, string? code)
    {
        var read = IfMatch.Read(header);
        Assert.Equal((revision, code), (read.Revision, read.Refusal?.Code));
    }

    [Fact]
    public void Cursor_comes_back_as_it_was_made()
    {
        var read = Cursor.Read(Cursor.Of("2026", "棉花"));
        Assert.Null(read.Refusal);
        Assert.Equal(["2026", "棉花"], read.Keys);
        Assert.True(Cursor.Read(null).IsStart);
        Assert.NotNull(Cursor.Read("").Refusal);
    }

    [Fact]
    public void Page_keeps_the_odd_row_as_the_sign_of_more()
    {
        var limit = Limit.Read("2");
        Assert.Null(Page<string>.Of(["a", "b"], limit, item => [item]).NextCursor);
        var page = Page<string>.Of(["a", "b", "c"], limit, item => [item]);
        Assert.Equal(["a", "b"], page.Items);
        Assert.Equal("b", Cursor.Read(page.NextCursor)[0]);
    }

    [Fact]
    public async Task Application_with_an_unguarded_endpoint_does_not_start()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/api/v1/guarded", () => TypedResults.Ok()).Allow(Role.Platform);
        app.RefuseUnguardedEndpoints();

        app.MapGet("/api/v1/forgotten", () => TypedResults.Ok());
        app.MapGet("/api/v1/smuggled", () => TypedResults.Ok()).Allow(Role.Platform).AllowAnonymous();

        var refused = Assert.Throws<InvalidOperationException>(app.RefuseUnguardedEndpoints);
        Assert.Contains("GET /api/v1/forgotten", refused.Message, StringComparison.Ordinal);
        Assert.Contains("GET /api/v1/smuggled", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_of_accounts_has_its_words()
    {
        var catalogue = new ProblemCatalogue();
        var codes = new[] { typeof(AccountRefusals), typeof(SessionRefusals), typeof(RegistrationRefusals), typeof(SharedRefusals), typeof(WebRefusals), typeof(TableRefusals) }
            .SelectMany(type => type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(Refusal))
            .Select(property => ((Refusal)property.GetValue(null)!).Code);
        Assert.All(codes, code => Assert.NotNull(catalogue.Find(code)));
    }
}
