using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>A field that is wrong: where (`equipment[2].model`), and why.</summary>
[GenerateSerializer, Immutable, Alias("field-fault")]
public sealed record FieldFault([property: Id(0)] string Path, [property: Id(1)] Refusal Refusal);
