using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Bales;

/// <summary>Reads bales with their inspection, and judges them by their season's policy.</summary>
internal sealed class BaleQueries(NpgsqlDataSource database, IGrainFactory grains)
{
    private const string Select = """
        select find_bale(b.barcode)
            || jsonb_strip_nulls(jsonb_build_object('unitName', u.name, 'inspection', describe_inspection(i)))
        from bales b
        left join trace_units u on u.id = b.unit
        left join inspections i on i.barcode = b.barcode
        where
        """;

    // Figures tell which units those are; bales that came after their season was closed are in no figures.
    private const string HadCottonThere = """
        where exists (select from line_figures f where f.season = u.season and f.unit = u.id and f.gin = @gin)
            or exists (select from season_rules r where r.season = u.season and r.closed)
        """;

    private const string InChina = "at time zone interval '8 hours'";

    public async Task<Result<BaleAnswer>> Find(BaleBarcode barcode, Caller caller)
    {
        await using var command = database.CreateCommand();
        command.Parameters.AddWithValue("barcode", barcode.Value);
        var found = await Read(command, ["b.barcode = @barcode", .. BaleScope.Of(caller, command.Parameters)], "");
        return found.Count == 1 ? found[0] : SharedRefusals.NotFound("bale");
    }

    /// <summary>For the public page of a bale, whose barcode is at hand.</summary>
    public async Task<BaleAnswer?> FindAny(BaleBarcode barcode)
    {
        await using var command = database.CreateCommand();
        command.Parameters.AddWithValue("barcode", barcode.Value);
        return (await Read(command, ["b.barcode = @barcode"], "")).SingleOrDefault();
    }

    /// <summary>Newest first.</summary>
    public async Task<Result<Page<BaleAnswer>>> List(Whose whose, BaleFilter filter, Caller caller, Limit limit, Cursor cursor)
    {
        if (filter is { Premium: not null, Season: null }) return BaleRefusals.SeasonRequired;
        await using var command = database.CreateCommand();
        var parameters = command.Parameters;
        parameters.AddWithValue("limit", limit.Value + 1);
        var byUnit = whose.Region is not null || BaleScope.IsOfUnits(caller);
        List<string> conditions =
        [
            .. BaleScope.Of(whose, parameters, byUnit), .. BaleScope.Of(caller, parameters), .. Narrowing(filter, parameters),
            .. await Judging(filter, parameters), .. After(cursor, parameters),
        ];
        if (byUnit) conditions = [NewestOfEachUnit(conditions, whose.Gin is not null, judged: filter.Premium is not null)];
        var read = await Read(command, conditions, "order by b.pressed_at desc, b.barcode limit @limit");
        return Page<BaleAnswer>.Of(read, limit, bale => [Cursor.Text(bale.PressedAt), bale.Barcode.Value]);
    }

    /// <summary>
    /// A region's newest are among the newest of its units, and those lie together: no bale of others is looked at. At one gin, only the
    /// units are that had cotton there.
    /// </summary>
    private static string NewestOfEachUnit(IEnumerable<string> conditions, bool atGin, bool judged) => $"""
        b.barcode = any (array(
            select n.barcode
            from trace_units u
            cross join lateral (
                select b.barcode, b.pressed_at from bales b {(judged ? "left join inspections i on i.barcode = b.barcode" : "")}
                where b.unit = u.id and {string.Join(" and ", conditions)}
                order by b.pressed_at desc, b.barcode limit @limit) n
            {(atGin ? HadCottonThere : "")}
            order by n.pressed_at desc, n.barcode limit @limit))
        """;

    private static IEnumerable<string> Narrowing(BaleFilter filter, NpgsqlParameterCollection parameters)
    {
        if (filter.Card is { } card) yield return parameters.Condition("b.card = @card", "card", card.Value);
        if (filter.Line is { } line) yield return parameters.Condition("b.line = @line", "line", line);
        if (filter.Season is { } season) yield return parameters.Condition("b.season = @season", "season", season.Value);
        if (filter.From is { } from) yield return parameters.Condition($"b.pressed_at >= @from::timestamp {InChina}", "from", from);
        if (filter.To is { } to) yield return parameters.Condition($"b.pressed_at < (@to + 1)::timestamp {InChina}", "to", to);
        if (filter.Unit is { } unit) yield return parameters.Condition("b.unit = @of_unit", "of_unit", unit);
        if (filter.Traced is { } traced) yield return parameters.Condition("(b.card is not null) = @traced", "traced", traced);
        if (filter.Warning is { } warning) yield return parameters.Condition("@warning = any (b.warnings)", "warning", warning.Name);
    }

    private async Task<IEnumerable<string>> Judging(BaleFilter filter, NpgsqlParameterCollection parameters)
    {
        if (filter is not { Premium: { Value: var premium }, Season: { } season }) return [];
        if (premium is PremiumState.Pending) return ["i.barcode is null"];
        var rule = (await grains.Season(season).Get()).Value.Premium;
        parameters.AddWithValue("minimum_length", rule.MinimumLengthMm);
        parameters.AddWithValue("minimum_strength", rule.MinimumStrength);
        parameters.AddWithValue("micronaire_levels", rule.MicronaireLevels.ToArray());
        parameters.Add(new("minimum_uniformity", NpgsqlDbType.Numeric) { Value = (object?)rule.MinimumUniformity ?? DBNull.Value });
        parameters.Add(new("foreign_fibre_allowed", NpgsqlDbType.Boolean) { Value = (object?)rule.ForeignFibreAllowed ?? DBNull.Value });
        var judged = "is_premium(i, @minimum_length, @minimum_strength, @micronaire_levels, @minimum_uniformity, @foreign_fibre_allowed)";
        return ["i.barcode is not null", premium is PremiumState.Premium ? judged : $"not {judged}"];
    }

    private static IEnumerable<string> After(Cursor cursor, NpgsqlParameterCollection parameters)
    {
        if (cursor.Time(0) is not { } at) return [];
        parameters.AddWithValue("after_at", at);
        parameters.AddWithValue("after_barcode", cursor[1] ?? "");
        return ["b.pressed_at <= @after_at", "(b.pressed_at < @after_at or b.barcode > @after_barcode)"];
    }

    private async Task<List<BaleAnswer>> Read(NpgsqlCommand command, IEnumerable<string> conditions, string ending)
    {
        command.CommandText = $"{Select} {string.Join(" and ", conditions)} {ending}";
        var bales = new List<BaleAnswer>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                bales.Add(JsonSerializer.Deserialize<BaleAnswer>(reader.GetFieldValue<byte[]>(0), SuyuanJson.Options)!);
        }

        var policies = new Dictionary<SeasonYear, SeasonPolicy>();
        foreach (var season in bales.Select(bale => bale.Season).Distinct()) policies[season] = (await grains.Season(season).Get()).Value;
        return [.. bales.Select(bale => bale.Under(policies[bale.Season]))];
    }
}
