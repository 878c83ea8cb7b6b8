using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Suyuan.Forms;
using Suyuan.Publishing;

namespace Suyuan.Lookup;

/// <summary>Parts of a public view as HTML: records, sections, fields, files, tables, places.</summary>
internal static class PublicParts
{
    public static string Record(PublicRecord record, CodeWords words)
    {
        var day = record.Day is { } on ? Day(on) : "";
        var title = record.Title is { } named ? LookupPage.Safe(words.Of(named)) : "";
        var head = day.Length + title.Length > 0 ? $"<h3>{$"{day} {title}".Trim()}</h3>" : "";
        var early = record.LawfulFrom is { } lawful ? $"""<p class="warn">{words.TooEarly(lawful)}</p>""" : "";
        // What a form asks in several sections is read under the names of them.
        var several = record.Sections.Count > 1;
        var level = head.Length > 0 ? "h4" : "h3";
        var sections = record.Sections.Select(section => (several ? Heading(level, section, words) : "") + Fields(section, words));
        return $"<article>{head}{early}{string.Concat(sections)}</article>";
    }

    public static string Day(DateOnly day) => $"""<time datetime="{day:yyyy-MM-dd}">{day:yyyy-MM-dd}</time>""";

    public static string Section(PublicSection section, CodeWords words) =>
        Heading("h3", section, words) + Fields(section, words);

    private static string Heading(string level, PublicSection section, CodeWords words) =>
        $"<{level}>{LookupPage.Safe(words.Of(section.Label))}</{level}>";

    // A date stays in one line, and machines read it.
    private static string Text(FormText said, CodeWords words) =>
        DateOnly.TryParseExact(said.Zh, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Day(day)
            : LookupPage.Safe(words.Of(said));

    private static string Fields(PublicSection section, CodeWords words)
    {
        var (list, behind) = (new StringBuilder(), new StringBuilder());
        foreach (var field in section.Fields)
        {
            var label = LookupPage.Safe(words.Of(field.Label));
            if (field.Columns.Count > 0) behind.Append(Table(field, label, words));
            else if (Value(field, label, words) is { Length: > 0 } value) list.Append($"<dt>{label}</dt><dd>{value}</dd>");
        }

        return (list.Length > 0 ? $"<dl>{list}</dl>" : "") + behind;
    }

    private static string Value(PublicField field, string label, CodeWords words)
    {
        var text = field.Text is { } said ? Text(said, words) : "";
        return text + Files(field.Files, label) + Place(field.Place);
    }

    private static string Files(IReadOnlyList<PublicFile> files, string label) => string.Concat(files.Select((file, at) =>
        File(file, files.Count > 1 ? $"{label} {at + 1}" : label)));

    private static string File(PublicFile file, string label) => file.MediaType.Split('/')[0] switch
    {
        "image" => $"""<img loading="lazy" src="files/{file.Sha256}" alt="{label}">""",
        "video" => $"""<video controls preload="none" src="files/{file.Sha256}" aria-label="{label}"></video>""",
        _ => $"""<a href="files/{file.Sha256}">{label} (PDF)</a> """,
    };

    private static string Table(PublicField field, string label, CodeWords words)
    {
        var rows = field.Rows.Select(row => row.Select(cell => Cell(cell, label, words)).ToList()).ToList();
        // A phone has no room for columns that nobody filled.
        var filled = Enumerable.Range(0, field.Columns.Count).Where(at => rows.Exists(row => row[at].Length > 0)).ToList();
        var head = string.Concat(filled.Select(at => $"""<th scope="col">{LookupPage.Safe(words.Of(field.Columns[at]))}</th>"""));
        var body = string.Concat(rows.Select(row => $"<tr>{string.Concat(filled.Select(at => $"<td>{row[at]}</td>"))}</tr>"));
        return $"""
            <div class="wide" role="region" aria-label="{label}" tabindex="0"><table><caption>{label}</caption>
            <thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>
            """;
    }

    private static string Cell(PublicCell cell, string label, CodeWords words) =>
        (cell.Text is { } text ? Text(text, words) : "") + Files(cell.Files, label);

    // A polygon says little in numbers; a point does, and maps take it.
    private static string Place(JsonNode? place) =>
        place?["type"]?.GetValue<string>() == "Point" && place["coordinates"] is JsonArray { Count: >= 2 } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at[1]!.GetValue<double>():0.#####}, {at[0]!.GetValue<double>():0.#####}")
            : "";
}
