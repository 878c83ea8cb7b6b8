namespace Suyuan.Common;

/// <summary>One named fact of a refusal, such as the plot that was taken.</summary>
[GenerateSerializer, Immutable, Alias("refusal-argument")]
public sealed record RefusalArgument([property: Id(0)] string Name, [property: Id(1)] string Value);
