using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Suyuan.Samples.Enterprises;

/// <summary>One sample enterprise (*.sample.json): what its people would enter, in the order in which they would.</summary>
internal sealed record SampleEnterprise
{
    private const string Extension = ".sample.json";

    public required int Serial { get; init; }

    /// <summary>The first two characters of its credit code: 91 a company, 93 a farmers' cooperative.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public required string District { get; init; }
    public required string Administrator { get; init; }
    public required string Person { get; init; }
    public required string Recorder { get; init; }
    public required string RecorderName { get; init; }
    public required ImmutableArray<SampleFiling> Filings { get; init; }
    public required JsonObject Profile { get; init; }
    public ImmutableArray<SampleEntry> Zones { get; init; } = [];
    public ImmutableArray<SampleEntry> Plots { get; init; } = [];
    public ImmutableArray<SampleEntry> Products { get; init; } = [];
    public ImmutableArray<SampleInput> Inputs { get; init; } = [];
    public ImmutableArray<SampleBatch> Batches { get; init; } = [];
    public ImmutableArray<SampleRecord> SiteRecords { get; init; } = [];
    public ImmutableArray<SampleSensor> Sensors { get; init; } = [];

    /// <summary>So many codes are given to it and bound to no batch yet.</summary>
    public int SpareCodes { get; init; }
    public required SamplePublicProfile PublicProfile { get; init; }
    public required SamplePublished Published { get; init; }

    public string CreditCode => PersonNumbers.Credit(Kind, Serial);

    public static ImmutableArray<SampleEnterprise> All { get; } = [.. Read()];

    private static IEnumerable<SampleEnterprise> Read()
    {
        var assembly = typeof(SampleEnterprise).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Order())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<SampleEnterprise>(stream, JsonSerializerOptions.Web)!;
        }
    }
}

/// <summary>A filing and what became of it.</summary>
internal sealed record SampleFiling(string Key, string Kind, string Fate, JsonObject Answers, string? Opinion = null);

/// <summary>A production zone, a plot of a zone, or a product with its filing.</summary>
internal sealed record SampleEntry(string Key, JsonObject Answers, string? Zone = null, string? Filing = null);

/// <summary>An item of the catalogue of inputs and its purchases.</summary>
internal sealed record SampleInput(string Key, string Kind, JsonObject Answers, ImmutableArray<SampleEntry> Lots);

/// <summary>A batch, its records in the order of time, and how many codes are bound to it.</summary>
internal sealed record SampleBatch(
    string Key, string Product, string Zone, ImmutableArray<string> Plots, bool Complete, int Codes, JsonObject Answers,
    ImmutableArray<SampleRecord> Records)
{
    /// <summary>Its labels came from an earlier vendor; the first code on that roll.</summary>
    public string? Roll { get; init; }

    /// <summary>The last of its codes are frozen.</summary>
    public SampleRecall? Recall { get; init; }

    /// <summary>Nothing of it is published yet.</summary>
    public bool Hidden { get; init; }
}

internal sealed record SampleRecall(int Codes, string Reason);

/// <summary>A record of a stage, or of the site (by its form).</summary>
internal sealed record SampleRecord(JsonObject Answers, string? Stage = null, string? Form = null, string? Key = null);

internal sealed record SampleSensor(string Key, string Name, string Zone, ImmutableArray<string> Quantities);

internal sealed record SamplePublicProfile(string Product, JsonObject Answers);

/// <summary>Which items consumers may see, by their ids.</summary>
internal sealed record SamplePublished(ImmutableArray<string> Site, ImmutableArray<string> Batch);
