using Suyuan.Common.Tests;
using Suyuan.Enterprises.Tests;
using static Suyuan.Batches.Tests.GivenBatch;

namespace Suyuan.Batches.Tests;

/// <summary>A stage is data: a file in the installation's folder of forms, and batches have it.</summary>
public sealed class OwnStageTests
{
    private const string Withering = """
        {
          "form": "shaking", "version": 1, "group": "stage", "label": { "zh": "摇青", "en": "Shaking" },
          "stage": { "group": "processing", "templates": { "tea": 45 } },
          "sections": [ { "key": "record", "label": { "zh": "摇青记录", "en": "Record" }, "fields": [
            { "key": "date", "type": "date", "label": { "zh": "日期", "en": "Date" }, "required": true, "past": true },
            { "key": "rounds", "type": "number", "label": { "zh": "次数", "en": "Rounds" }, "required": true, "min": 1, "max": 9, "decimals": 0 },
            { "key": "turns", "type": "rows", "label": { "zh": "逐次记录", "en": "Turns" }, "fields": [
              { "key": "minutes", "type": "number", "label": { "zh": "时长", "en": "Length" }, "unit": "min", "required": true, "min": 1 } ] } ] } ]
        }
        """;

    [Fact]
    public async Task A_stage_added_by_a_file_works_in_a_batch_BT2()
    {
        var folder = Directory.CreateTempSubdirectory("suyuan-forms-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "shaking.1.form.json"), Withering);
        using var app = new SuyuanApp { Settings = new Dictionary<string, string?> { ["Forms:Folder"] = folder.FullName } };
        await app.InitializeAsync();
        try
        {
            var given = await Open(app);
            var stages = (await given.Read()).GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("stage").GetString()).ToList();
            Assert.Equal("shaking", stages[stages.IndexOf("plucking") + 1]);

            var id = await given.Add("shaking", new { date = Day(2), rounds = 12, turns = new[] { new { minutes = 3 } } });
            await (await given.Recorder.PutAsync($"{given.Path}/records/{id}/submission", new { })).ShouldBe(422, "form/answers-invalid");
            await (await given.Recorder.PutAsync(
                $"{given.Path}/records/{id}", new { answers = new { date = Day(2), rounds = 3, turns = new[] { new { minutes = 3 } } } }, 1))
                .ShouldBe(HttpStatus.Ok);
            await (await given.Recorder.PutAsync($"{given.Path}/records/{id}/submission", new { })).ShouldBe(HttpStatus.Ok);

            var page = await given.Recorder.GetStringAsync(given.Path + "/dossier?format=html");
            foreach (var shown in new[] { "摇青", "次数", "<td>3 min</td>" }) Assert.Contains(shown, page, StringComparison.Ordinal);
        }
        finally
        {
            await app.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
