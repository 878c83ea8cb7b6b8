using Suyuan.Forms;

namespace Suyuan.Privacy.Tests;

/// <summary>
/// The fields that consumers never read whole, as private-fields.txt keeps them: `form.field masked` or `secret`. What is searched for
/// follows from the kept list, so that a field that a form opens by mistake is still searched for.
/// </summary>
internal static class PrivateFields
{
    private static readonly string Path = System.IO.Path.Combine(Folder(), "private-fields.txt");

    public static IReadOnlyDictionary<string, string> Kept { get; } =
        File.ReadAllLines(Path).Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);

    public static string InForms { get; } = string.Concat(
        FormCatalogue.Load().All.SelectMany(form => Of(form.Key, form.Fields)).Order(StringComparer.Ordinal).Select(line => line + "\n"));

    public static string InFile()
    {
        if (Environment.GetEnvironmentVariable("SUYUAN_UPDATE") == "1") File.WriteAllText(Path, InForms);
        return File.ReadAllText(Path);
    }

    private static IEnumerable<string> Of(string path, IEnumerable<FormField> fields) => fields.SelectMany(field =>
        Of($"{path}.{field.Key}", field.Fields).Concat(
            field.Privacy is FieldPrivacy.Open ? [] : [$"{path}.{field.Key} {(field.Privacy is FieldPrivacy.Masked ? "masked" : "secret")}"]));

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Suyuan.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder.FullName, "tests", "WebApi.Tests", "Privacy");
    }
}
