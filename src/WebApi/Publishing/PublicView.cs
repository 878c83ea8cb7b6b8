using System.Text.Json.Nodes;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>
/// What consumers (消费者) may see of a batch, and nothing else: made from one snapshot, free of personal data (PB3, PB4). It holds for the
/// China day it was made on, since filings and certificates run out by the day.
/// </summary>
internal sealed record PublicView
{
    public required CreditCode Enterprise { get; init; }

    /// <summary>The batch's number.</summary>
    public required string Batch { get; init; }

    public required DateOnly MadeOn { get; init; }
    public required BasicInformation Basic { get; init; }

    /// <summary>Deep trace (深度追溯): a tab for each published item that has something to show, stages first.</summary>
    public required IReadOnlyList<PublicTab> Tabs { get; init; }

    /// <summary>The records of published stages in the order of their days.</summary>
    public required IReadOnlyList<PublicMoment> Timeline { get; init; }

    public required IReadOnlyList<PublicNotice> Notices { get; init; }

    /// <summary>Every file that the view names; no other may be given to consumers.</summary>
    public required IReadOnlyList<PublicFile> Files { get; init; }
}

/// <summary>Basic information (基本信息): what is always told of a bound batch, and the sections of the public profile (企业查询信息).</summary>
/// <param name="District">Six digits (GB/T 2260).</param>
/// <param name="DistrictName">Province, prefecture, county: 浙江省杭州市余杭区; null where this node has no names.</param>
/// <param name="Category">What the product's category is called; null when the product was filed with none.</param>
/// <param name="Sections">Product, enterprise, zone environment, honours, video; empty without a public profile.</param>
internal sealed record BasicInformation(
    string EnterpriseName, string District, string? DistrictName, string ProductName, FormText? Category,
    IReadOnlyList<PublicSection> Sections);

/// <summary>Answers of one section of a form.</summary>
internal sealed record PublicSection(string Key, FormText Label, IReadOnlyList<PublicField> Fields);

/// <summary>A field that was answered: a text in both languages, or files, or a table, or a place.</summary>
internal sealed record PublicField
{
    public required string Key { get; init; }
    public required FormText Label { get; init; }
    public FormText? Text { get; init; }

    /// <summary>Of a district, whose name is the text: its six digits.</summary>
    public string? Code { get; init; }

    public IReadOnlyList<PublicFile> Files { get; init; } = [];

    /// <summary>The columns of a table that may be seen.</summary>
    public IReadOnlyList<FormText> Columns { get; init; } = [];

    /// <summary>Rows of a table, a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<PublicCell>> Rows { get; init; } = [];

    /// <summary>A GeoJSON point or polygon.</summary>
    public JsonNode? Place { get; init; }
}

/// <summary>A cell of a table: a text, files, or nothing.</summary>
internal sealed record PublicCell(FormText? Text, IReadOnlyList<PublicFile> Files);

/// <summary>A file by the SHA-256 of its content. Its name stays inside: people write names of people into names of files.</summary>
internal sealed record PublicFile(string Sha256, string MediaType)
{
    /// <summary>Every file that these sections name, once.</summary>
    public static IEnumerable<PublicFile> Of(IEnumerable<PublicSection> sections) => sections
        .SelectMany(section => section.Fields)
        .SelectMany(field => field.Files.Concat(field.Rows.SelectMany(row => row).SelectMany(cell => cell.Files))).Distinct();
}

/// <summary>A published item: what it is called, a sentence where records may not be shown, and its records in the order of time.</summary>
/// <param name="Item">`batch`, the key of a stage's form, or an item of SITE such as `zones`.</param>
/// <param name="IsStage">It tells of this batch, and not of the enterprise.</param>
internal sealed record PublicTab(
    string Item, bool IsStage, FormText Label, FormText? Summary, IReadOnlyList<PublicRecord> Records);

/// <summary>One record of a tab.</summary>
/// <param name="Day">The day that it tells of; null where it tells of none.</param>
/// <param name="Title">What it is called; null where it has no name of its own.</param>
/// <param name="LawfulFrom">On a harvest inside a pre-harvest interval: the first day on which it would have been lawful.</param>
internal sealed record PublicRecord(DateOnly? Day, FormText? Title, DateOnly? LawfulFrom, IReadOnlyList<PublicSection> Sections);

/// <summary>A moment of the time line: a record of the tab of that item, by its place there.</summary>
internal sealed record PublicMoment(DateOnly Day, string Item, FormText Label, int Record);

/// <summary>What consumers are warned of whatever is published.</summary>
internal sealed record PublicNotice(PublicNoticeKind Kind, FormText Text);
