namespace Suyuan.Bench;

/// <summary>A node that is asked a question: who asks it there, and the path of each time; in a list's depth the path goes on.</summary>
internal sealed record Asked(BenchCallers Callers, Func<int, string> Path)
{
    public string Depth { get; init; } = "";
}
