using Npgsql;
using NpgsqlTypes;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Filings;

/// <summary>How a filing is read for every list of filings, as of today.</summary>
internal sealed class FilingRows(NpgsqlDataSource database, DecisionDeadline deadline, TimeProvider clock)
{
    /// <summary>An amendment that was never submitted is there for its enterprise alone.</summary>
    public const string Columns = """
        jsonb_build_object('id', f.id, 'enterprise', f.enterprise, 'enterpriseName', f.enterprise_name, 'district', f.county,
            'kind', f.kind, 'state', case when f.state = 'issued' and f.valid_to < @today then 'expired' else f.state end,
            'amendment', case when f.amendment <> 'draft' or @writers then f.amendment end, 'title', f.title,
            'certificate', f.certificate, 'validFrom', f.valid_from, 'validTo', f.valid_to, 'opinion', f.opinion,
            'createdAt', f.created_at, 'submittedAt', f.submitted_at, 'waitingSince', f.waiting_since, 'changedAt', f.changed_at,
            'revision', f.revision)
        """;

    /// <summary>What has waited since before this moment is overdue.</summary>
    private DateTimeOffset? InTimeFrom => ChinaTime.Begin(deadline.EarliestInTime(Today));

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow());

    /// <summary>A question about filings, with what every such question may name: @scope, @today, @writers, @inTime.</summary>
    public NpgsqlCommand Ask(string sql, string scope, bool writers)
    {
        var command = database.CreateCommand(Planning.Anew + sql);
        command.AddNamed("scope", NpgsqlDbType.Text, scope);
        command.AddNamed("today", NpgsqlDbType.Date, Today);
        command.AddNamed("writers", NpgsqlDbType.Boolean, writers);
        command.AddNamed("inTime", NpgsqlDbType.TimestampTz, InTimeFrom);
        return command;
    }

    public async Task<List<FilingItem>> Read(NpgsqlCommand command) => await command.ReadPlanned(row => Dated(row.Json<FilingItem>(0)));

    private FilingItem Dated(FilingItem item)
    {
        if (item.WaitingSince is not { } since) return item;
        var submitted = ChinaTime.DateOf(since);
        var due = deadline.DueOn(submitted);
        return item with { AgeDays = Today.DayNumber - submitted.DayNumber, DueOn = due, Overdue = due < Today };
    }
}
