namespace Suyuan.Common;

/// <summary>One problem in one language; {argument} stands for a fact of the refusal.</summary>
internal sealed record ProblemText
{
    public required string Title { get; init; }
    public string? Detail { get; init; }

    public string? DetailWith(IEnumerable<KeyValuePair<string, object?>> arguments) =>
        arguments.Aggregate(Detail, (text, argument) =>
            text?.Replace($"{{{argument.Key}}}", argument.Value?.ToString(), StringComparison.Ordinal));
}
