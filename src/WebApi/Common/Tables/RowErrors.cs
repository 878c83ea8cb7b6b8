namespace Suyuan.Common;

/// <summary>What is wrong in one cell of an imported table.</summary>
public sealed record RowError(int Row, string Column, string Code, string Message);

/// <summary>Gathers the errors of an import in the client's language; the count goes on when the list is full.</summary>
internal sealed class RowErrors(ProblemCatalogue catalogue, Language language)
{
    public const int MostListed = 1_000;

    private readonly List<RowError> listed = [];

    public int Count { get; private set; }

    public IReadOnlyList<RowError> Listed => listed;

    public void Add(int row, string column, Refusal refusal)
    {
        Count++;
        if (listed.Count == MostListed) return;
        var text = catalogue.Get(refusal.Code).In(language);
        var arguments = refusal.Arguments.ToDictionary(argument => argument.Name, object? (argument) => argument.Value);
        listed.Add(new(row, column, refusal.Code, text.DetailWith(arguments) ?? text.Title));
    }
}
