using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>What the staff know of one code.</summary>
internal sealed record IdentityCodeAnswer
{
    public required IdentityCode Code { get; init; }
    public required IdentityCodeState State { get; init; }
    public required CreditCode Enterprise { get; init; }
    public required string EnterpriseName { get; init; }
    public required string Allocation { get; init; }
    public required CodeSource Source { get; init; }
    public required string Layout { get; init; }
    public string? Batch { get; init; }
    public string? Range { get; init; }
    public DateTimeOffset? BoundAt { get; init; }

    /// <summary>Whether the last digit is a check digit; a code whose check digit is wrong is no code.</summary>
    public required bool Checked { get; init; }
}

/// <summary>Where a code stands (身份码状态).</summary>
public enum IdentityCodeState
{
    /// <summary>An enterprise has it, and no batch (未激活).</summary>
    Unbound,

    /// <summary>Bound to a batch (已激活).</summary>
    Bound,

    /// <summary>Bound, and under recall (已冻结).</summary>
    Frozen,
}

internal sealed class IdentityCodeQueries(NpgsqlDataSource database)
{
    private const string Sql = """
        select jsonb_strip_nulls(jsonb_build_object(
            'code', $1, 'enterprise', a.enterprise, 'enterpriseName', e.name, 'allocation', a.id, 'source', a.source, 'layout', a.layout,
            'checked', a.checked, 'batch', r.batch, 'range', r.id, 'boundAt', r.bound_at,
            'state', case when r.id is null then 'unbound' when r.frozen @> $1::numeric then 'frozen' else 'bound' end))
        from (
            select * from code_allocations c
            where c.length = length($1) and c.start_code <= $1 order by c.start_code desc limit 1) a
        join enterprises e on e.credit_code = a.enterprise
        left join lateral find_code_range($1) r on true
        where a.end_code >= $1
        """;

    /// <summary>What is not there and what is others' look alike.</summary>
    public async Task<Result<IdentityCodeAnswer>> Find(IdentityCode code, Caller caller, IGrainFactory grains)
    {
        var found = await database.ReadOne<IdentityCodeAnswer>(Sql, code.Value);
        if (found is null || (found.Checked && !code.HasCheckDigit)) return SharedRefusals.NotFound("identity-code");
        return (await grains.Enterprise(found.Enterprise).GetFor(caller)).Refused ? SharedRefusals.NotFound("identity-code") : found;
    }
}
