using Suyuan.Silo.Hosting;

namespace Suyuan.Silo.Postgres;

/// <summary>Who runs PostgreSQL: ourselves, or, since PostgreSQL refuses root, a user with less power when we are root.</summary>
internal sealed record UnprivilegedUser(string? Name, string[] Prefix)
{
    public static readonly UnprivilegedUser Ourselves = new(null, []);

    public bool IsOther => Name is not null;

    public static async Task<UnprivilegedUser> Choose(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return Ourselves;
        foreach (var name in new[] { "postgres", "nobody" })
        {
            var user = await Program.Run(["id", "-u", name], "/", cancellationToken);
            var group = await Program.Run(["id", "-g", name], "/", cancellationToken);
            if (!user.Succeeded || !group.Succeeded) continue;

            string[][] ways =
            [
                ["setpriv", $"--reuid={user.Output}", $"--regid={group.Output}", "--clear-groups", "--"],
                ["runuser", "-u", name, "--"],
            ];
            foreach (var way in ways)
            {
                if ((await Program.Run([.. way, "true"], "/", cancellationToken)).Succeeded) return new(name, way);
            }
        }

        throw new NodeStartException(
            "PostgreSQL does not run as root, and no way was found to run it as postgres or nobody (setpriv, runuser). " +
            "Start the node as another user, or name a server in ConnectionStrings:Suyuan.");
    }

    public Task<Program.Answer> Run(string[] command, string folder, CancellationToken cancellationToken) =>
        Program.Run([.. Prefix, .. command], folder, cancellationToken);

    /// <summary>Makes a folder that only this user (and root) may enter.</summary>
    public async Task Own(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!IsOther) return;
        var owned = await Program.Run(["chown", Name!, folder], "/", cancellationToken);
        if (!owned.Succeeded) throw new NodeStartException($"The folder {folder} cannot be given to user {Name}: {owned.Output}");
    }

    public async Task<bool> CanReach(string folder, CancellationToken cancellationToken) =>
        !IsOther || (await Run(["test", "-x", folder], "/", cancellationToken)).Succeeded;
}
