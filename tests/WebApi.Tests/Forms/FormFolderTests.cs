using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.Silo.Hosting;

namespace Suyuan.Forms.Tests;

/// <summary>Applications of their own, with a folder of further forms.</summary>
public sealed class FormFolderTests : IDisposable
{
    private const string Beekeeping = """
        {
          "form": "beekeeping",
          "version": 1,
          "group": "stage",
          "label": { "zh": "养蜂管理", "en": "Beekeeping" },
          "stage": { "group": "farmWork" },
          "sections": [
            {
              "key": "record",
              "label": { "zh": "农事信息", "en": "Farm work" },
              "fields": [{ "key": "hives", "type": "number", "label": { "zh": "蜂箱数", "en": "Hives" }, "unit": "箱", "required": true }]
            }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("suyuan-forms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Adding_a_form_is_adding_one_file_FM1()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "beekeeping.1.form.json"), Beekeeping);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "beekeeping.2.form.json"),
            Beekeeping.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("hives", "colonies", StringComparison.Ordinal));
        using var app = With(folder);
        await app.InitializeAsync();
        try
        {
            var recorder = await app.As(Role.Recorder, "91330100799655058B");

            Assert.Equal("colonies", await FieldOf(recorder, "/api/v1/forms/beekeeping"));
            Assert.Equal("hives", await FieldOf(recorder, "/api/v1/forms/beekeeping?version=1"));
            var found = await (await recorder.PostAsync("/api/v1/forms/beekeeping/checks", new { answers = new { hives = 5 } })).Read();
            Assert.Equal(2, found.GetProperty("faults").GetArrayLength());
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("\"required\"", "\"mandatory\"", "mandatory")]
    [InlineData("\"group\": \"farmWork\"", "\"group\": \"farmWork\", \"rule\": \"harvest\"", "required field 'date'")]
    public async Task A_form_that_does_not_read_stops_the_node_and_the_message_says_why(string text, string replaced, string why)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "beekeeping.1.form.json"), Beekeeping.Replace(text, replaced, StringComparison.Ordinal));

        var stopped = Assert.Throws<NodeStartException>(() => Read(folder));

        Assert.Contains("beekeeping", stopped.Message, StringComparison.Ordinal);
        Assert.Contains(why, stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_node_and_the_message_says_so() =>
        Assert.Contains("no-such-folder", Assert.Throws<NodeStartException>(() => Read("/no-such-folder")).Message, StringComparison.Ordinal);

    /// <summary>As the node does before it starts: it has the program end with the message of this exception.</summary>
    private static FormCatalogue Read(string folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Forms:Folder", folder)]).Build();
        using var services = new ServiceCollection().AddNodeStorage().AddSingleton<IConfiguration>(settings).BuildServiceProvider();
        return services.GetRequiredService<FormCatalogue>();
    }

    private static SuyuanApp With(string folder) => new() { Settings = new Dictionary<string, string?> { ["Forms:Folder"] = folder } };

    private static async Task<string?> FieldOf(HttpClient client, string path) =>
        (await (await client.GetAsync(path)).Read()).GetProperty("sections")[0].GetProperty("fields")[0].GetProperty("key").GetString();
}
