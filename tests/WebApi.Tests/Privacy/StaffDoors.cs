using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Suyuan.Common.Tests;

namespace Suyuan.Privacy.Tests;

/// <summary>
/// Every GET of the API's own document as one account reads it: what stands in braces is taken from the list above it, of each list the
/// first few, and every list that can be exported is, whole, in each format.
/// </summary>
internal sealed partial class StaffDoors(HttpClient http, JsonElement document, IReadOnlyDictionary<string, string[]> known)
{
    private const int MostOfList = 3;
    private static readonly string[] NoEnd = ["/events"];

    // What the member that a parameter stands for is called in the lists, where it is not called as the parameter.
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["batch"] = ["number"], ["product"] = ["productFiling"], ["region"] = ["code"], ["form"] = ["key"], ["job"] = ["id"], ["line"] = ["line", "number"],
    };

    private readonly Dictionary<string, List<string>> found = [];

    public async Task<IReadOnlyList<(string Path, string Text)>> ReadAll()
    {
        var answers = new List<(string, string)>();
        var gets = document.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _))
            .Where(path => !NoEnd.Any(end => path.Name.EndsWith(end, StringComparison.Ordinal)))
            .OrderBy(path => path.Name.Count(sign => sign == '/')).ThenBy(path => path.Name, StringComparer.Ordinal);
        foreach (var (template, get) in gets.Select(path => (path.Name, path.Value.GetProperty("get"))))
        {
            foreach (var path in await PathsOf(template)) answers.AddRange(await Read(template, path, get));
        }

        return answers;
    }

    private async Task<List<(string, string)>> Read(string template, string path, JsonElement get)
    {
        var parameters = get.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Select(one => one.GetProperty("name").GetString()!).ToList() : [];
        var needed = string.Join('&', parameters.Where(known.ContainsKey).Where(name => !template.Contains($"{{{name}}}", StringComparison.Ordinal))
            .Select(name => $"{name}={known[name][0]}"));
        var answers = new List<(string, string)>();
        foreach (var format in parameters.Contains("format") ? (string[])["", "csv", "xlsx", "html", "pdf"] : [""])
        {
            var query = string.Join('&', new[] { needed, format.Length > 0 ? $"format={format}" : "" }.Where(part => part.Length > 0));
            var asked = query.Length > 0 ? $"{path}?{query}" : path;
            var answer = await http.SendAsync(HttpMethod.Get, asked, null, ("Accept-Language", "zh-CN"));
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            if (!answer.IsSuccessStatusCode) continue;
            answers.Add((asked, $"{answer.Headers}{answer.Content.Headers}\n{Text(await answer.Content.ReadAsByteArrayAsync())}"));
        }

        return answers;
    }

    /// <summary>The addresses that a template stands for.</summary>
    private async Task<List<string>> PathsOf(string template)
    {
        if (!template.Contains('{', StringComparison.Ordinal)) return [template];
        if (found.TryGetValue(template, out var before)) return before;
        var last = template.LastIndexOf('{');
        var (above, name, rest) = (template[..last].TrimEnd('/'), template[(last + 1)..template.IndexOf('}', last)], template[(template.IndexOf('}', last) + 1)..]);
        var paths = new List<string>();
        foreach (var parent in await PathsOf(above)) paths.AddRange((await Values(parent, name)).Select(value => $"{parent}/{Uri.EscapeDataString(value)}{rest}"));
        return found[template] = paths;
    }

    private async Task<IEnumerable<string>> Values(string parent, string name)
    {
        if (known.TryGetValue(parent[(parent.LastIndexOf('/') + 1)..] + "/" + name, out var special)) return special;
        if (known.TryGetValue(name, out var values)) return values;
        var answer = await http.GetAsync($"{parent}?limit={MostOfList}");
        if (!answer.IsSuccessStatusCode) answer = await http.GetAsync(parent);
        if (!answer.IsSuccessStatusCode || !(await answer.Read()).TryGetProperty("items", out var items)) return [];
        return items.EnumerateArray().Take(MostOfList).Select(item => Member(item, name)).OfType<string>();
    }

    private static string? Member(JsonElement item, string name) => Members.GetValueOrDefault(name, []).Prepend(name)
        .Select(member => item.TryGetProperty(member, out var value) ? value.ToString() : null).FirstOrDefault(value => value is not null);

    /// <summary>A workbook is searched as its sheets are, and a printed page as far as its streams open.</summary>
    private static string Text(byte[] body)
    {
        if (body is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(body));
            return string.Concat(archive.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return Tag().Replace(reader.ReadToEnd(), " ");
            }));
        }

        return Encoding.UTF8.GetString(body);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
