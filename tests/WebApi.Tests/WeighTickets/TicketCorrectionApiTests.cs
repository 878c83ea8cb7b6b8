using Suyuan.Common.Tests;
using Suyuan.GinLines.Tests;

namespace Suyuan.WeighTickets.Tests;

/// <summary>A wrong ticket is corrected before printing, or after its card was voided, or withdrawn.</summary>
[Collection(AppCollection.Name)]
public sealed class TicketCorrectionApiTests(SuyuanApp app)
{
    [Fact]
    public async Task A_wrong_grower_is_corrected_before_printing_and_after_voiding_the_card_WT4()
    {
        var given = await GivenGin.Create(app, growers: 2);
        var ticket = await given.Ticket(grower: 2);
        await (await given.PutTicket(ticket, 900, grower: 1)).ShouldBe(HttpStatus.Ok);
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        await (await given.PutTicket(ticket, 900, grower: 2)).ShouldBe(409, "weigh-ticket/printed");

        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(HttpStatus.Ok);
        await (await given.PutTicket(ticket, 800, grower: 2)).ShouldBe(HttpStatus.Ok);
        var anew = (await (await given.Print(ticket, "print-anew")).Read()).GetProperty("card").GetString()!;
        var (before, after) = (await given.Ginner.GetAsync($"{given.Path}/trace-cards/{card}"), await given.CardView(anew));
        await before.ShouldBe(404, "common/not-found");
        Assert.NotEqual(card, anew);
        Assert.Equal((800m, "种*"), (after.GetProperty("quotaKg").GetDecimal(), after.GetProperty("growerMaskedName").GetString()![..1] + "*"));
    }

    [Fact]
    public async Task A_withdrawn_ticket_leaves_the_lists_keeps_its_record_and_makes_no_card_WT4()
    {
        var given = await GivenGin.Create(app);
        var (ticket, path) = (await given.Ticket(), $"{given.Path}/weigh-tickets");
        await (await given.Ginner.DeleteAsync($"{path}/{ticket}")).ShouldBe(422, "weigh-ticket/reason-required");
        await (await given.Ginner.DeleteAsync($"{path}/{ticket}?reason=重复录入")).ShouldBe(HttpStatus.Ok);

        Assert.Empty((await (await given.Ginner.GetAsync(path)).Read()).GetProperty("items").EnumerateArray());
        Assert.Empty((await (await given.Ginner.GetAsync($"{given.Path}/growers/{given.IdNumber(1)}/deliveries")).Read()).GetProperty("tickets").EnumerateArray());
        var kept = await (await given.Ginner.GetAsync($"{path}/{ticket}")).Read();
        Assert.Equal("重复录入", kept.GetProperty("withdrawal").GetProperty("reason").GetString());
        await (await given.Print(ticket)).ShouldBe(409, "weigh-ticket/withdrawn");
        await (await given.PutTicket(ticket, 900)).ShouldBe(409, "weigh-ticket/withdrawn");

        await (await given.Ginner.DeleteAsync($"{path}/{ticket}/withdrawal")).ShouldBe(HttpStatus.Ok);
        await (await given.Print(ticket)).ShouldBe(HttpStatus.Created);
    }

    [Fact]
    public async Task A_ticket_is_withdrawn_only_after_its_card_was_voided_and_the_voided_card_stays_in_the_history_WT4()
    {
        var given = await GivenGin.Create(app);
        var ticket = await given.Ticket();
        var path = $"{given.Path}/weigh-tickets/{ticket}?reason=录错";
        var card = (await (await given.Print(ticket)).Read()).GetProperty("card").GetString()!;
        await (await given.Ginner.DeleteAsync(path)).ShouldBe(409, "weigh-ticket/card-stands");
        await (await given.Ginner.DeleteAsync($"{given.Path}/trace-cards/{card}")).ShouldBe(HttpStatus.Ok);
        await (await given.Ginner.DeleteAsync(path)).ShouldBe(HttpStatus.Ok);
        var history = (await (await given.Ginner.GetAsync($"{given.Path}/trace-cards")).Read()).GetProperty("items");
        Assert.Equal((card, "voided"), (history[0].GetProperty("card").GetString(), history[0].GetProperty("state").GetString()));
        Assert.Equal("voided", (await given.CardView(card)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Another_gin_withdraws_nothing_AC5()
    {
        var (given, other) = (await GivenGin.Create(app), await GivenGin.Create(app));
        var ticket = await given.Ticket();
        await (await other.Ginner.DeleteAsync($"{given.Path}/weigh-tickets/{ticket}?reason=x")).ShouldBe(404, "common/not-found");
        await (await other.Ginner.DeleteAsync($"{given.Path}/weigh-tickets/{ticket}/withdrawal")).ShouldBe(404, "common/not-found");
    }
}
