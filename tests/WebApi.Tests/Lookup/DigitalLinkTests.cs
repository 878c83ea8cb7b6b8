using Microsoft.Extensions.DependencyInjection;
using Suyuan.Common.Tests;
using Suyuan.IdentityCodes;
using Suyuan.IdentityCodes.Tests;

namespace Suyuan.Lookup.Tests;

/// <summary>GS1 Digital Link: /01/{gtin}/10/{batch}/21/{code} is another address of the same page (LK1).</summary>
[Collection(AppCollection.Name)]
public sealed class DigitalLinkTests(SuyuanApp app)
{
    private readonly Consumer consumer = new(app.Anonymous);

    private async Task<GivenCodes> Labelled(string gtin)
    {
        var given = await GivenCodes.Create(app);
        // The product was filed with its number in shops; how a filing comes about is tested where filings are.
        await given.Producer.Execute(
            """
            with stored as (select set_config('session_replication_role', 'replica', true))
            insert into grain_state (kind, key, version, state, changed_at, hash)
            select 'filing', 'filing-' || $1, 1, jsonb_build_object('certificate', jsonb_build_object('answers', jsonb_build_object('gtin', $2))),
                now(), ''
            from stored
            """,
            given.Producer.ProductFiling, gtin);
        await given.Bound(0, 9);
        await consumer.Known(given.Code(0));
        return given;
    }

    [Fact]
    public async Task The_code_s_own_number_and_batch_lead_to_its_page_scanned_or_not_LK1()
    {
        var given = await Labelled("6901234567892");
        var (code, batch) = (given.Code(0), given.Batch.Number);
        var own = await consumer.Page($"/q/{code}");
        Assert.Contains("径山毛峰", own, StringComparison.Ordinal);
        foreach (var gtin in new[] { "06901234567892", "6901234567892" })
            Assert.Equal(own, await consumer.Page($"/01/{gtin}/10/{batch}/21/{code}"));

        var signature = app.Services.GetRequiredService<CodeSignature>().Of(IdentityCode.Parse(code, null));
        var scanned = await consumer.Page($"/01/06901234567892/10/{batch}/21/{code}?s={signature}");
        Assert.Equal(await consumer.Page($"/q/{code}?s={signature}"), scanned);
        Assert.Contains("扫码查询", scanned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_number_or_batch_leads_to_the_page_of_unknown_codes_LK3()
    {
        var given = await Labelled("6901234567892");
        var other = await Labelled("6901234567908");
        var (code, batch) = (given.Code(0), given.Batch.Number);
        var unknown = await consumer.Page("/q/1", status: 404);
        foreach (var path in new[]
        {
            $"/01/06901234567908/10/{batch}/21/{code}", $"/01/06901234567892/10/{batch}x/21/{code}", $"/01/x/10/{batch}/21/{code}",
            $"/01/06901234567892/10/{batch}/21/{other.Code(0)}", $"/01/06901234567892/10/{batch}/21/{code}0",
        })
            Assert.Equal(unknown, await consumer.Page(path, status: 404));
    }
}
