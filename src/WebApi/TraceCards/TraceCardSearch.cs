using Npgsql;
using Suyuan.Bales;
using Suyuan.Common;

namespace Suyuan.TraceCards;

/// <summary>
/// The conditions of a search in the print history, on trace_cards c and card_progress p: only those asked for, so that PostgreSQL sees
/// which index serves.
/// </summary>
internal static class TraceCardSearch
{
    private const string InRegion =
        "exists (select from trace_units u where u.id = c.unit and (u.region = @region or u.region like @region || '-%')";

    public const string State = "case when c.state = 'voided' then c.state else coalesce(p.state, c.state) end";

    public static List<string> Conditions(Whose whose, TraceCardFilter filter, Cursor cursor, NpgsqlParameterCollection parameters)
    {
        var conditions = new List<string> { "true" };
        Add("c.gin = @gin", "gin", whose.Gin?.Value);
        Add("c.grower = @whose_grower", "whose_grower", whose.Grower);
        Add("c.unit = @whose_unit", "whose_unit", whose.Unit);
        Add(whose.OfCompany ? $"{InRegion} and u.formation = 'company')" : $"{InRegion})", "region", whose.Region?.Value);
        Add("c.season = @season", "season", filter.Season?.Value);
        Add("c.grower = @grower", "grower", filter.Grower);
        Add("c.grower in (select g.id from growers g where strpos(g.name, @grower_name) > 0)", "grower_name", filter.GrowerName);
        Add("c.ticket = @ticket", "ticket", filter.Ticket?.Value);
        Add("c.unit = @unit", "unit", filter.Unit);
        Add("c.unit in (select u.id from trace_units u where strpos(u.name, @unit_name) > 0)", "unit_name", filter.UnitName);
        Add($"{State} = @state", "state", filter.State?.Name);
        if (Found(filter.State?.Value, whose) is { } found) conditions.Add(found);
        Add("c.module_type = @module_type", "module_type", filter.ModuleType?.Name);
        Add("reverse(c.card) like reverse(@ending) || '%'", "ending", filter.Ending?.Digits);
        Add("c.card in (select h.card from card_chips h where h.gin = c.gin and h.chip = @chip)", "chip", filter.Chip?.Value);
        Add("c.printed_at >= @from", "from", filter.From?.ToUniversalTime());
        Add("c.printed_at < @to", "to", filter.To?.ToUniversalTime());
        Add("c.printed_at <= @after_at", "after_at", cursor.Time(0));
        if (cursor.Time(0) is not null) Add("(c.printed_at < @after_at or c.card < @after_card)", "after_card", cursor[1] ?? "");
        return conditions;

        void Add(string condition, string name, object? value)
        {
            if (value is not null) conditions.Add(parameters.Condition(condition, name, value));
        }
    }

    /// <summary>Where the few cards of a state are found, which among a season's finished ones would be looked for one by one.</summary>
    private static string? Found(CardState? state, Whose whose) => state switch
    {
        null or CardState.FinishedAuto => null,
        CardState.Printed or CardState.Exported =>
            $"c.card in (select w.card from waiting_cards w{(whose.Gin is null ? "" : " where w.gin = @gin")})",
        CardState.Voided => "c.state = 'voided'",
        _ => "p.gin = c.gin and p.state = @state and p.state <> 'finishedAuto'",
    };
}
