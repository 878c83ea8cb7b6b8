using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Jobs;

internal sealed class JobQueries(NpgsqlDataSource database)
{
    private const string One = "select describe_job(j) from jobs j where j.id = $1";

    /// <summary>The job, if it is the caller's own or the caller is the platform.</summary>
    public async Task<Result<JobRecord>> Find(Guid id, Caller caller) =>
        await Find(id) is { } job && (caller.IsPlatform || job.Account == caller.Account) ? job : SharedRefusals.NotFound("job");

    public Task<JobRecord?> Find(Guid id) => database.ReadOne<JobRecord>(One, id);

    public async Task<Page<JobRecord>> List(Caller caller, Limit limit, Cursor cursor)
    {
        var after = Guid.TryParse(cursor[0], out var id) ? id : (Guid?)null;
        var read = await database.Read<JobRecord>(
            "select describe_job(j) from jobs j where j.account = $1 and ($2::uuid is null or j.id < $2) order by j.id desc limit $3",
            caller.Account, after, limit.Value + 1);
        return Page<JobRecord>.Of(read, limit, job => [job.Id.ToString()]);
    }
}
