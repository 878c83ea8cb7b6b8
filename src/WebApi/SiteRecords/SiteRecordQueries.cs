using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>Site record in a list.</summary>
internal sealed record SiteRecordItem
{
    public required string Id { get; init; }
    public required string Form { get; init; }
    public required int FormVersion { get; init; }
    public required SiteRecordState State { get; init; }

    /// <summary>The day that it tells of; of a draft without one, the day on which it was begun.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The first required text of its form: equipment, place, subject …</summary>
    public string? Title { get; init; }
    public required FormAnswers Answers { get; init; }
    public Deed? Created { get; init; }
    public Deed? Changed { get; init; }
    public Deed? Submitted { get; init; }
    public Deed? Deleted { get; init; }
    public required int Revision { get; init; }
}

internal sealed class SiteRecordQueries(NpgsqlDataSource database, FormCatalogue forms)
{
    private const string Sql = """
        select jsonb_build_object(
            'id', r.id, 'form', r.form, 'formVersion', s.state -> 'formVersion', 'state', r.state, 'day', r.day,
            'answers', s.state -> 'answers', 'created', s.state -> 'created', 'changed', s.state -> 'changed',
            'submitted', s.state -> 'submitted', 'deleted', s.state -> 'deleted', 'revision', r.revision)
        from (
            select * from site_records
            where enterprise = $1 and ($2::text is null or form = $2) and ($3::text is null and state <> 'deleted' or state = $3)
                and ($4::date is null or day >= $4) and ($5::date is null or day <= $5)
                and ($6::text is null or strpos(lower(words), lower($6)) > 0)
                and ($7::date is null or (day, id) < ($7, $8::text))
            order by day desc, id desc limit $9) r
        join grain_state s on s.kind = 'site-record' and s.key = 'site-' || r.enterprise || '-' || r.id
        order by r.day desc, r.id desc
        """;

    /// <summary>The last day first.</summary>
    public async Task<Page<SiteRecordItem>> List(CreditCode enterprise, SiteRecordFilter filter, Limit limit, Cursor cursor)
    {
        var records = await database.Read<SiteRecordItem>(
            Sql, enterprise.Value, filter.Form, filter.State?.Name, filter.From, filter.To, filter.Q, cursor.Day(0), cursor[1],
            limit.Value + 1);
        return Page<SiteRecordItem>.Of(records.ConvertAll(Shown), limit, record => [Cursor.Text(record.Day), record.Id]);
    }

    public async Task<StaffHealth> StaffHealth(CreditCode enterprise, DateOnly today) =>
        (await database.ReadOne<StaffHealth>("select staff_health($1, $2)", enterprise.Value, today))!;

    private SiteRecordItem Shown(SiteRecordItem record) => record with
    {
        Title = forms.Find(record.Form, record.FormVersion) is { } form ? AnswerText.TitleOf(form, record.Answers) : null,
        Answers = record.Answers.Shown(),
        Created = record.Created?.Shown(),
        Changed = record.Changed?.Shown(),
        Submitted = record.Submitted?.Shown(),
        Deleted = record.Deleted?.Shown(),
    };
}
