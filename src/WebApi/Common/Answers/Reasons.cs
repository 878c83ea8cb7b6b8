namespace Suyuan.Common;

/// <summary>Words a refusal that is not an answer of its own, in the language of the request.</summary>
internal sealed class Reasons(ProblemCatalogue catalogue, IHttpContextAccessor http)
{
    public WhyNot For(Verdict verdict) => new(verdict.Allowed, [.. verdict.Refusals.Select(Word)]);

    public ReasonWhyNot Word(Refusal refusal)
    {
        var text = catalogue.Get(refusal.Code).In(Languages.Preferred(http.HttpContext!.Request));
        var arguments = refusal.Arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
        var detail = text.DetailWith(arguments.Select(pair => new KeyValuePair<string, object?>(pair.Key, pair.Value)));
        return new(refusal.Code, text.Title, detail, arguments);
    }
}
