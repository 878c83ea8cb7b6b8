using System.Globalization;
using Suyuan.Common;
using Suyuan.Forms;
using Suyuan.Seasons;
using static Suyuan.Batches.PrintedPage;

namespace Suyuan.Batches;

/// <summary>A dossier as a page that a browser prints.</summary>
internal sealed class DossierPage(FormCatalogue catalogue, Language language, IReadOnlyDictionary<string, string> names)
{
    private readonly AnswerSheet sheet = new(language, names);

    private bool English => language is Language.English;

    public string Of(Dossier dossier)
    {
        var title = $"{(English ? "Dossier" : "生产档案")} {dossier.Batch.Number}";
        return PrintedPage.Of(title, language, $"<h1>{title}</h1>{Head(dossier)}{string.Concat(dossier.Stages.Select(Stage))}");
    }

    private string Head(Dossier dossier)
    {
        var batch = dossier.Batch;
        List<(string Name, string Value)> rows =
        [
            (English ? "Enterprise" : "企业名称", dossier.EnterpriseName),
            (English ? "Credit code" : "统一社会信用代码", batch.Enterprise.Value),
            (English ? "Batch" : "批次号", batch.Number.Value),
            (English ? "State" : "批次状态", TableWords.Of(batch.State, language)),
            (English ? "Product" : "产品名称", batch.ProductName),
            (English ? "Product filing" : "产品备案", batch.ProductFiling),
            (English ? "Zone" : "生产区", dossier.Zone?.Answers.Text("name") ?? batch.Zone),
        ];
        if (dossier.Plots.Count > 0)
            rows.Add((English ? "Plots" : "地块", string.Join("、", dossier.Plots.Select(plot => plot.Answers.Text("name")))));
        if (catalogue.Find("batch", batch.FormVersion) is { } form) rows.AddRange(sheet.Lines(form, batch.Answers));
        return Rows(rows);
    }

    private string Stage(DossierStage stage)
    {
        if (stage.Records.Count == 0) return "";
        return $"<section><h2>{Safe(sheet.Text(stage.Label))}</h2>{string.Concat(stage.Records.Select(Record))}</section>";
    }

    private string Record(StageRecordView record)
    {
        var form = catalogue.Find(record.Stage, record.FormVersion);
        var day = record.OccurredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answers = form is null ? Safe(record.Answers.Json) : Answers(form, record.Answers);
        return $"""
            <article><h3>{day} {TableWords.Of(record.State, language)}</h3>{Violation(record)}{answers}
            <p class="who">{Safe(Who(record))}</p></article>
            """;
    }

    private string Answers(Form form, FormAnswers answers) =>
        Rows(sheet.Lines(form, answers)) + string.Concat(sheet.Tables(form, answers).Select(Table));

    private static string Table(AnswerTable table)
    {
        var head = string.Concat(table.Columns.Select(column => $"<th scope=\"col\">{Safe(column)}</th>"));
        var rows = table.Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{Safe(cell)}</td>"))}</tr>");
        return $"<table><caption>{Safe(table.Title)}</caption><thead><tr>{head}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    private string Violation(StageRecordView record)
    {
        if (record.LawfulFrom is not { } lawful) return "";
        var day = lawful.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = English ? $"Harvested inside a pre-harvest interval; lawful from {day}." : $"违反安全间隔期：{day} 起方可采收。";
        return $"<p class=\"warn\">{words}</p>";
    }

    private string Who(StageRecordView record)
    {
        var deeds = new[]
        {
            (English ? "Recorded" : "录入", record.Created), (English ? "Changed" : "修改", record.Changed),
            (English ? "Submitted" : "提交", record.Submitted),
        };
        return string.Join("　", deeds.Where(deed => deed.Item2 is not null).Select(deed => $"{deed.Item1} {Text(deed.Item2!)}"));
    }

    private static string Text(Deed deed) =>
        string.Create(CultureInfo.InvariantCulture, $"{deed.By} {ChinaTime.At(deed.At):yyyy-MM-dd HH:mm}");
}
