using System.Text.RegularExpressions;
using NpgsqlTypes;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Seasons;

namespace Suyuan.Filings;

internal sealed partial class FilingQueries(FilingRows rows)
{
    private const string NewestFirst = "order by f.created_at desc, f.id desc limit @limit";

    /// <summary>The caller's filings, newest first.</summary>
    public async Task<Page<FilingItem>> List(FilingFilter filter, Limit limit, Cursor cursor, Caller caller)
    {
        var (scope, words, start) = (FilingScope.Of(caller), Words(filter.Q), CreditCodeBegin(filter.Q));
        await using var command = rows.Ask(
            $"""
            select {FilingRows.Columns} from filings f
            where {scope.Condition} {StateIs(filter.State?.Value)} {IsOverdue(filter.Overdue)} {Holds(words, start)}
                and (@kind is null or f.kind = @kind)
                and (@from is null or f.submitted_at >= @from) and (@to is null or f.submitted_at < @to)
                and (@after is null or (f.created_at, f.id) < (@after, @afterId))
            {NewestFirst}
            """,
            scope.Value,
            caller.Role is not Role.Regulator);
        command.AddNamed("kind", NpgsqlDbType.Text, filter.Kind?.Name);
        command.AddNamed("from", NpgsqlDbType.TimestampTz, ChinaTime.Begin(filter.SubmittedFrom));
        command.AddNamed("to", NpgsqlDbType.TimestampTz, ChinaTime.End(filter.SubmittedTo));
        command.AddNamed("words", NpgsqlDbType.Text, words);
        command.AddNamed("start", NpgsqlDbType.Text, start);
        command.AddNamed("after", NpgsqlDbType.TimestampTz, cursor.Time(0));
        command.AddNamed("afterId", NpgsqlDbType.Text, cursor[1]);
        command.AddNamed("limit", NpgsqlDbType.Integer, limit.Value + 1);
        return Page<FilingItem>.Of(await rows.Read(command), limit, item => [Cursor.Text(item.CreatedAt), item.Id]);
    }

    private static string StateIs(FilingState? state) => state switch
    {
        null => "",
        FilingState.Issued => "and f.state = 'issued' and f.valid_to >= @today",
        FilingState.Expired => "and f.state = 'issued' and f.valid_to < @today",
        { } stored => $"and f.state = '{stored.Stored()}'",
    };

    private static string IsOverdue(bool? overdue) => overdue switch
    {
        null => "",
        // What waits was created before it was submitted: so the walk from the newest begins where overdue ones can be.
        true => "and f.waiting_since < @inTime and f.created_at < @inTime",
        false => "and (f.waiting_since is null or f.waiting_since >= @inTime)",
    };

    // Each way of finding has an index of its own.
    private static string Holds(string? words, string? start) => words is null ? "" : $"""
        and (f.certificate = upper(@words){(start is null ? "" : " or f.enterprise like @start")}
            or (f.grams @> asked_grams(@words) and strpos(lower(f.enterprise_name || ' ' || f.title), lower(@words)) > 0))
        """;

    private static string? Words(string? q) => string.IsNullOrWhiteSpace(q) ? null : q.Trim();

    private static string? CreditCodeBegin(string? q) =>
        Words(q) is { } words && CreditCodeStart().IsMatch(words) ? words.ToUpperInvariant() + "%" : null;

    [GeneratedRegex(@"^[0-9A-Za-z]{2,18}\z")]
    private static partial Regex CreditCodeStart();
}
