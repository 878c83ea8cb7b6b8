using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Measures;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.TraceUnits;

/// <summary>Trace unit in a list.</summary>
internal sealed record TraceUnitItem
{
    public required string Id { get; init; }
    public required SeasonYear Season { get; init; }
    public required string Name { get; init; }
    public required Formation Formation { get; init; }
    public required TraceUnitState State { get; init; }
    public required bool Processing { get; init; }
    public required RegionCode Region { get; init; }
    public required string RegionName { get; init; }
    public required Mu AreaMu { get; init; }
    public required int Members { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Revision { get; init; }
}

internal sealed class TraceUnitQueries(NpgsqlDataSource database)
{
    // The scope of each role is the one of UnitRights.VisibleTo; a role that is not named here sees nothing.
    private const string Sql = """
        select u.id, u.season, u.name, u.formation, u.state, exists (select from trace_unit_processing p where p.unit = u.id),
            u.region, u.area_mu, (select count(*)::int from trace_unit_members m where m.unit = u.id), u.reason, u.changed_at, u.revision,
            coalesce(r.name, '')
        from trace_units u left join regions r on r.code = u.region
        where case $1
                when 'platform' then true
                when 'regiment' then u.region like $2 || '%'
                when 'regulator' then u.region like $2 || '%' and $2 <> ''
                when 'company' then u.region = $2 and u.formation = 'company'
                when 'organizer' then u.organizer = $3
                when 'grower' then exists (select from trace_unit_members m where m.unit = u.id and m.grower = $2)
                else false
            end
            and ($4::text is null or u.state = $4) and ($5::text is null or u.formation = $5)
            and ($6::text is null or u.region like $6 || '%') and ($7::text is null or strpos(u.name, $7) > 0)
            and ($8::text is null or (u.season::text, u.id) < ($8, $9::text))
            and ($10::int is null or u.season = $10)
            and ($12::text is null or exists (select from trace_unit_members m where m.unit = u.id and m.grower = $12))
            and ($13::boolean is null or exists (select from trace_unit_processing p where p.unit = u.id) = $13)
        order by u.season desc, u.id desc limit $11
        """;

    public async Task<Page<TraceUnitItem>> List(TraceUnitFilter filter, Limit limit, Cursor cursor, Caller caller)
    {
        await using var command = database.CreateCommand(Sql);
        command.AddText(caller.Role.Stored(), caller.Scope, caller.Account);
        command.AddText(filter.State?.Value.Stored(), filter.Formation?.Value.Stored(), filter.Region?.Value, filter.Q);
        command.AddText(cursor[0], cursor[1]);
        command.AddNumber(filter.Season?.Value, limit.Value + 1);
        command.AddText(filter.Grower);
        command.AddFlag(filter.Processing);
        return Page<TraceUnitItem>.Of(await command.ReadAll(Item), limit, unit => [unit.Season.ToString(), unit.Id]);
    }

    private static TraceUnitItem Item(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        Season = new(row.GetInt32(1)),
        Name = row.GetString(2),
        Formation = Enum.Parse<Formation>(row.GetString(3), ignoreCase: true),
        State = Enum.Parse<TraceUnitState>(row.GetString(4), ignoreCase: true),
        Processing = row.GetBoolean(5),
        Region = new(row.GetString(6)),
        AreaMu = Mu.Of(row.GetDecimal(7)),
        Members = row.GetInt32(8),
        Reason = row.IsDBNull(9) ? null : row.GetString(9),
        ChangedAt = row.GetFieldValue<DateTimeOffset>(10),
        Revision = row.GetInt32(11),
        RegionName = row.GetString(12),
    };
}
