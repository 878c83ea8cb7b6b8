using System.Text.Json;
using System.Text.Json.Nodes;

namespace Suyuan.Common.Tests;

/// <summary>The API's document changes only on purpose. Run with SUYUAN_UPDATE=1 to write the kept copy anew.</summary>
[Collection(AppCollection.Name)]
public sealed class OpenApiTests(SuyuanApp app)
{
    private static readonly JsonSerializerOptions Readable = new(SuyuanJson.Options) { WriteIndented = true };

    [Fact]
    public async Task The_document_is_the_one_that_is_kept()
    {
        var document = JsonNode.Parse(await app.Anonymous.GetStringAsync("/openapi/v1.json"))!;
        var text = document.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Root(), "tests", "Architecture.Tests", "openapi.json");
        if (Environment.GetEnvironmentVariable("SUYUAN_UPDATE") == "1") await File.WriteAllTextAsync(path, text);
        Assert.Equal(await File.ReadAllTextAsync(path), text);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Suyuan.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
