using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Suyuan.Silo.Hosting;

namespace Suyuan.Silo.Security;

/// <summary>Keys by id: new text is encrypted under the current one, the others stay so that old text can be read.</summary>
internal sealed record PersonalDataKeys(string Current, IReadOnlyDictionary<string, byte[]> Keys, byte[] HashKey)
{
    private const string Section = "PersonalData";
    private const int KeyBytes = 32;

    /// <summary>From the configuration; a node with a private database makes its own once.</summary>
    public static PersonalDataKeys Load(IConfiguration configuration, NodeDatabase database)
    {
        var section = configuration.GetSection(Section);
        if (section.Exists()) return Read(section);
        if (!database.IsPrivate)
            throw new NodeStartException(
                $"{Section} is not configured: set {Section}:CurrentKey, {Section}:Keys:<id> and {Section}:HashKey (base64 of " +
                "32 random bytes each, for example from `openssl rand -base64 32`). Keep them apart from the database's backups.");

        var file = Path.Combine(database.DataFolder, "personal-data.json");
        if (!File.Exists(file)) Generate(file);
        return Read(new ConfigurationBuilder().AddJsonFile(file).Build());
    }

    internal static PersonalDataKeys Read(IConfiguration section)
    {
        var keys = section.GetSection("Keys").GetChildren().ToDictionary(key => key.Key, Decode, StringComparer.Ordinal);
        var current = section["CurrentKey"] ?? throw new NodeStartException($"{Section}:CurrentKey is missing.");
        if (!keys.ContainsKey(current))
            throw new NodeStartException($"{Section}:CurrentKey names '{current}', but {Section}:Keys has no such key.");
        return new(current, keys, Decode(section.GetSection("HashKey")));
    }

    private static byte[] Decode(IConfigurationSection section)
    {
        var key = new byte[KeyBytes];
        return Convert.TryFromBase64String(section.Value ?? "", key, out var length) && length == KeyBytes
            ? key
            : throw new NodeStartException($"{section.Path} is not base64 of {KeyBytes} bytes.");
    }

    private static void Generate(string file)
    {
        var keys = new
        {
            CurrentKey = "1",
            Keys = new Dictionary<string, string> { ["1"] = RandomKey() },
            HashKey = RandomKey(),
        };
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Written aside and moved: half a file of keys would lock the data away.
        var aside = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(aside, options)) JsonSerializer.Serialize(stream, keys);
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another node of the same folder was first; its keys count.
            File.Delete(aside);
        }
    }

    private static string RandomKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
}
