using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Batches.Tests;

/// <summary>Batches and their circumstances, made through the public decisions alone.</summary>
internal static class Given
{
    public static readonly CreditCode Enterprise = CreditCode.Parse("91330100799655058B", null);
    public static readonly BatchNumber Number = BatchNumber.Parse("2026030500001", null);
    public static readonly Caller Recorder = new("recorder-1", Role.Recorder, Enterprise.Value);
    public static readonly Caller Administrator = new("administrator-1", Role.EnterpriseAdministrator, Enterprise.Value);
    public static readonly Deed By = new("recorder-1", new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    public static readonly DateOnly Today = new(2026, 3, 5);
    public static readonly FormCatalogue Catalogue = FormCatalogue.Load();

    public static OpenBatch Command => new()
    {
        By = Recorder, Request = "r1", ProductFiling = "f1", Zone = "z1", Answers = FormAnswers.Empty,
    };

    public static EditBatch EditCommand => new() { By = Recorder, Zone = "z1", Answers = FormAnswers.Empty };

    public static BatchFacts Facts(string introduction = "", params FieldFault[] faults) => new()
    {
        Grounds = new() { Profile = true, Zones = true, Zone = true, Plots = ["p1", "p2"] },
        Standing = new() { EnterpriseIssued = true, ProductsIssued = 1, Product = new() { Id = "f1", Name = "径山毛峰", Category = "tea" } },
        Template = [.. Catalogue.TemplateOf("tea").Select(form => form.Key)],
        Filled = new(Catalogue.Get("batch"), FormAnswers.Of(new JsonObject { ["introduction"] = introduction }), [.. faults]),
        By = By,
    };

    public static Result<Batch> Opened(OpenBatch command, BatchFacts facts) => new Batch().Open(Enterprise, Number, command, facts);

    public static Batch Running() => Opened(Command, Facts()).Value;

    public static Batch Completed() => Running().Complete(new(Recorder, null), By).Value;

    public static Batch Voided() => Running().Void(new(Recorder, null, null), false, By).Value;

    public static Batch In(BatchState state) => state switch
    {
        BatchState.Running => Running(),
        BatchState.Completed => Completed(),
        _ => Voided(),
    };

    public static RecordFacts Record(string stage, JsonObject answers, StageRecord? kept = null, params FieldFault[] faults) => new()
    {
        Kept = kept,
        Filled = new(Catalogue.Get(stage), FormAnswers.Of(answers), [.. faults]),
        By = By,
        Today = Today,
    };

    public static JsonObject Spraying(string last, int days, params string[] plots) => Placed(
        new() { ["firstDate"] = last, ["lastDate"] = last, ["intervalDays"] = days }, plots);

    public static JsonObject Plucking(string date, params string[] plots) => Placed(new() { ["date"] = date }, plots);

    public static AddStageRecord Add(string id, string stage) => new() { By = Recorder, Id = id, Stage = stage, Answers = FormAnswers.Empty };

    public static ChangeStageRecord Change(string id, int? seen = null) =>
        new() { By = Recorder, Id = id, Answers = FormAnswers.Empty, ExpectedRevision = seen };

    public static DeleteStageRecord Delete(string id, string? reason = null, int? seen = null) =>
        new() { By = Recorder, Id = id, Reason = reason, ExpectedRevision = seen };

    public static Batch With(this Batch batch, string id, string stage, JsonObject answers) =>
        batch.AddRecord(Add(id, stage), Record(stage, answers)).Value;

    private static JsonObject Placed(JsonObject answers, string[] plots)
    {
        if (plots.Length > 0) answers["plots"] = new JsonArray([.. plots.Select(plot => (JsonNode)plot)]);
        return answers;
    }
}
