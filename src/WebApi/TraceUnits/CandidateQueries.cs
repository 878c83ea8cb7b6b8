using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Growers;
using Suyuan.Measures;
using Suyuan.Regions;

namespace Suyuan.TraceUnits;

/// <summary>A grower who may join a unit, with the plots of the season.</summary>
internal sealed record Candidate(
    string Grower, string MaskedName, string MaskedNumber, RegionCode Region, IReadOnlyList<CandidatePlot> Plots);

/// <summary>A plot, and the name of the unit that has taken it already.</summary>
internal sealed record CandidatePlot(PlotCode Code, string Name, Mu AreaMu, string Variety, LandKind LandKind, string? TakenBy);

internal sealed class CandidateQueries(NpgsqlDataSource database)
{
    private const string Sql = """
        select g.id, g.masked_name, g.masked_number, g.region, jsonb_agg(jsonb_build_object(
            'code', p.code, 'name', p.name, 'areaMu', p.area_mu, 'variety', p.variety, 'landKind', p.land_kind, 'takenBy', u.name)
            order by p.code)::text
        from growers g
        join plots p on p.grower = g.id and p.season = $4
        left join trace_unit_plots t on t.season = p.season and t.plot = p.code
        left join trace_units u on u.id = t.unit
        where case $1
                when 'platform' then true
                when 'regiment' then g.region like $2 || '%'
                when 'company' then g.region = $2
                when 'organizer' then g.region like (select left(a.home_region, 6) from accounts a where a.user_name = $3) || '%'
                when 'grower' then g.id = $2
                else false
            end
            and ($5::text is null or g.region like $5 || '%') and ($6::text is null or strpos(g.name, $6) > 0)
            and ($7::text is null or (g.region, g.id) > ($7, $8::text))
        group by g.id order by g.region, g.id limit $9
        """;

    public async Task<Page<Candidate>> List(CandidateFilter filter, Limit limit, Cursor cursor, Caller caller)
    {
        await using var command = database.CreateCommand(Sql);
        command.AddText(caller.Role.Stored(), caller.Scope, caller.Account);
        command.AddNumber(filter.Season.Value);
        command.AddText(filter.Region?.Value, filter.Q, cursor[0], cursor[1]);
        command.AddNumber(limit.Value + 1);
        return Page<Candidate>.Of(await command.ReadAll(Item), limit, candidate => [candidate.Region.Value, candidate.Grower]);
    }

    private static Candidate Item(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), new(row.GetString(3)), row.Json<List<CandidatePlot>>(4));
}
