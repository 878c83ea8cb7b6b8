namespace Suyuan.Common;

/// <summary>Whether something may be done now, and if not, every reason why, as the attempt itself would be refused.</summary>
internal sealed record WhyNot(bool Allowed, IReadOnlyList<ReasonWhyNot> Refusals)
{
    public static WhyNot Of(IReadOnlyCollection<Refusal> refusals, ProblemCatalogue catalogue, Language language) =>
        new(refusals.Count == 0, [.. refusals.Select(refusal => ReasonWhyNot.Of(refusal, catalogue, language))]);
}

/// <summary>One reason, worded as its problem would be.</summary>
internal sealed record ReasonWhyNot(string Code, string Title, string? Detail, IReadOnlyDictionary<string, string> Arguments)
{
    public static ReasonWhyNot Of(Refusal refusal, ProblemCatalogue catalogue, Language language)
    {
        var text = catalogue.Get(refusal.Code).In(language);
        var arguments = refusal.Arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
        var detail = text.DetailWith(arguments.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value)));
        return new(refusal.Code, text.Title, detail, arguments);
    }
}
