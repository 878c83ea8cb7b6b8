using Suyuan.Common.Tests;

namespace Suyuan.Browser.Tests;

/// <summary>A batch and the labels that were printed for it.</summary>
internal sealed class Lot(Farm farm, string batch, IReadOnlyList<Label> labels)
{
    public const int Labels = 20;

    private string range = "";

    public string Batch => batch;

    public string Path => $"{farm.Path}/batches/{batch}";

    public Label this[int label] => labels[label];

    /// <summary>The page of a label, typed in.</summary>
    public string Page(int label = 0) => $"/q/{labels[label].Code}";

    public string DigitalLink(int label = 0) => $"/01/{Farm.Gtin}/10/{batch}/21/{labels[label].Code}";

    /// <summary>添加连续身份码: binds the first labels up to this one.</summary>
    public async Task Bind(int last = Labels - 1)
    {
        var bound = await farm.Recorder.PostAsync(Path + "/code-ranges", new { start = labels[0].Code, end = labels[last].Code });
        range = (await bound.Read()).GetProperty("id").GetString()!;
    }

    /// <summary>开通查询.</summary>
    public async Task Publish(params string[] items) =>
        await (await farm.Administrator.PutAsync(Path + "/publication/items", new { items })).ShouldBe(HttpStatus.Ok);

    /// <summary>禁止查询.</summary>
    public async Task Unpublish(string item) =>
        await (await farm.Administrator.DeleteAsync($"{Path}/publication/items/{item}")).ShouldBe(HttpStatus.Ok);

    /// <summary>A recall of one label.</summary>
    public async Task Freeze(int label, string reason)
    {
        var recall = new { start = labels[label].Code, end = labels[label].Code, reason };
        await (await farm.Administrator.PostAsync($"{Path}/code-ranges/{range}/freezes", recall)).ShouldBe(HttpStatus.Ok);
    }
}
