namespace Suyuan.Common;

/// <summary>A refusal code's face to the world: its HTTP status and what people read.</summary>
internal sealed record ProblemDefinition
{
    public string Code { get; init; } = "";

    /// <summary>Without it the kind of the refusal decides; OpenAPI then knows nothing of it.</summary>
    public int? Status { get; init; }

    public required ProblemText Zh { get; init; }
    public required ProblemText En { get; init; }

    public ProblemText In(Language language) => language == Language.English ? En : Zh;
}
