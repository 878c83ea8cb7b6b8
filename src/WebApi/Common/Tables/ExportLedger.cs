using Npgsql;

namespace Suyuan.Common;

/// <summary>Who exported what (SC4): written before the first row leaves, so that an export broken off is known as well.</summary>
internal sealed class ExportLedger(NpgsqlDataSource database)
{
    public async Task Record(HttpContext http, Choice<TableFormat> format, CancellationToken cancelled)
    {
        // Regions are public, and nobody is signed in who reads them as such.
        if (http.User.Identity is not { IsAuthenticated: true }) return;
        var caller = http.User.ToCaller();
        await using var command = database.CreateCommand(
            "insert into exports (account, role, scope, path, query, format) values ($1, $2, $3, $4, $5, $6)");
        command.AddText(caller.Account, caller.Role.Stored(), caller.Scope, http.Request.Path, http.Request.QueryString.Value, format.Name);
        await command.ExecuteNonQueryAsync(cancelled);
    }
}
