using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>
/// A form (表单) as data (FM1): what is asked, of what type, within which bounds. One version never changes; answers name the version
/// they were given to, so that they read for ever (FM2).
/// </summary>
public sealed record Form : IRevisioned
{
    [JsonPropertyName("form")]
    public required string Key { get; init; }

    public required int Version { get; init; }
    public required FormGroup Group { get; init; }
    public required FormText Label { get; init; }
    public FormText? Help { get; init; }
    public required ImmutableArray<FormSection> Sections { get; init; }

    /// <summary>Set where the form is a stage of a batch.</summary>
    public StageTraits? Stage { get; init; }

    // One version never changes: who has read it need not read it again.
    int IRevisioned.Revision => Version;

    [JsonIgnore]
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);
}
