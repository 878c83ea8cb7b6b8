using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Suyuan.Samples;

/// <summary>
/// The file of demo accounts. It is written before an account is made, so that an interrupted loading goes on with the same passwords.
/// </summary>
internal sealed class DemoAccounts
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly string path;
    private readonly List<DemoAccount> accounts;

    private DemoAccounts(string path, List<DemoAccount> accounts) => (this.path, this.accounts) = (path, accounts);

    public IReadOnlyList<DemoAccount> All => accounts;

    public DemoAccount this[string userName] => Find(userName) ?? throw new SampleException($"{path} has no account {userName}.");

    public static DemoAccounts Open(string folder)
    {
        var path = Path.Combine(folder, "demo-accounts.json");
        return new(path, File.Exists(path) ? JsonSerializer.Deserialize<List<DemoAccount>>(File.ReadAllText(path), Json) ?? [] : []);
    }

    public DemoAccount? Find(string userName) => accounts.Find(account => account.UserName == userName);

    /// <summary>Adds the accounts that are not there yet, each with a random password unless it brings its own.</summary>
    public void Add(params IEnumerable<DemoAccount> planned)
    {
        var missing = planned.Where(account => Find(account.UserName) is null).ToList();
        if (missing.Count == 0) return;
        accounts.AddRange(missing.Select(account => account.Password.Length > 0 ? account : account with { Password = RandomPassword() }));
        Write();
    }

    private static string RandomPassword() => RandomNumberGenerator.GetString(Letters, PasswordLength);

    private void Write()
    {
        // Written aside and renamed: a killed loader leaves the old file or the new one, never half of it.
        var aside = path + ".new";
        File.Delete(aside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options)) JsonSerializer.Serialize(file, accounts, Json);
        File.Move(aside, path, overwrite: true);
    }
}
