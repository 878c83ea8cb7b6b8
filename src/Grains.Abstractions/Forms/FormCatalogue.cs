using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>
/// Every form in every version: those of the product, and those in a folder of the installation, which adds forms and newer versions.
/// </summary>
public sealed class FormCatalogue
{
    private const string Extension = ".form.json";

    private readonly FrozenDictionary<(string Key, int Version), Form> versions;
    private readonly FrozenDictionary<string, Form> latest;

    public FormCatalogue(IEnumerable<Form> forms)
    {
        var all = forms.Select(FormShape.Checked).ToList();
        if (all.CountBy(form => (form.Key, form.Version)).FirstOrDefault(same => same.Value > 1) is { Value: > 1, Key: var twice })
            throw new InvalidOperationException($"The form '{twice.Key}' version {twice.Version} is there twice: number the new one anew.");
        versions = all.ToFrozenDictionary(form => (form.Key, form.Version));
        latest = versions.Values.GroupBy(form => form.Key).ToFrozenDictionary(same => same.Key, same => same.MaxBy(form => form.Version)!);
        All = [.. latest.Values.OrderBy(form => form.Group).ThenBy(form => form.Key, StringComparer.Ordinal)];
    }

    /// <summary>The newest version of each.</summary>
    public ImmutableArray<Form> All { get; }

    public IEnumerable<Form> Stages => All.Where(form => form.Stage is not null);

    /// <summary>The stages that a batch of this product category has from the start, in the order of its menu.</summary>
    public IEnumerable<Form> TemplateOf(string category) => Stages
        .Where(form => form.Stage!.Templates.ContainsKey(category))
        .OrderBy(form => form.Stage!.Templates[category]).ThenBy(form => form.Key, StringComparer.Ordinal);

    public Form? Find(string key) => latest.GetValueOrDefault(key);

    public Form? Find(string key, int version) => versions.GetValueOrDefault((key, version));

    /// <summary>A form that the product cannot do without.</summary>
    public Form Get(string key) => Find(key) ?? throw new InvalidOperationException($"There is no form '{key}'.");

    public static FormCatalogue Load(string? folder = null) => new([.. OfTheProduct(), .. folder is null ? [] : OfFolder(folder)]);

    private static IEnumerable<Form> OfTheProduct()
    {
        var assembly = typeof(FormCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return Read(name, stream);
        }
    }

    private static IEnumerable<Form> OfFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new InvalidOperationException($"There is no folder of forms '{folder}'.");
        foreach (var file in Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            yield return Read(Path.GetFileName(file), stream);
        }
    }

    private static Form Read(string name, Stream stream)
    {
        try
        {
            var form = JsonSerializer.Deserialize<Form>(stream, Strict) ?? throw new JsonException("It is empty.");
            var expected = $"{form.Key}.{form.Version}{Extension}";
            return name == expected ? form : throw new JsonException($"By what it says its name is {expected}.");
        }
        catch (JsonException unreadable)
        {
            throw new InvalidOperationException($"The form {name} does not read: {unreadable.Message}", unreadable);
        }
    }

    // A misspelt member of a form would be a rule that nobody checks.
    private static readonly JsonSerializerOptions Strict = new(SuyuanJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };
}
