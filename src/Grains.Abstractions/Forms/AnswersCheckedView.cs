using System.Collections.Immutable;

namespace Suyuan.Forms;

/// <summary>What a submission of these answers would be refused for; nothing where it would pass.</summary>
[GenerateSerializer, Immutable, Alias("answers-checked-view")]
public sealed record AnswersCheckedView(
    [property: Id(0)] string Form, [property: Id(1)] int Version, [property: Id(2)] ImmutableArray<FieldFault> Faults);
