using System.Collections.Immutable;
using Suyuan.Forms;

namespace Suyuan.Common;

/// <summary>The faults of a form as the `errors` of a problem: by path, in the client's language.</summary>
internal static class FieldErrors
{
    public static SortedDictionary<string, string[]> Worded(
        ImmutableArray<FieldFault> faults, ProblemCatalogue catalogue, Language language) =>
        new(faults.GroupBy(fault => fault.Path)
            .ToDictionary(same => same.Key, same => same.Select(fault => WordsOf(fault.Refusal, catalogue, language)).ToArray()));

    private static string WordsOf(Refusal refusal, ProblemCatalogue catalogue, Language language)
    {
        var text = catalogue.Get(refusal.Code).In(language);
        var arguments = refusal.Arguments.Select(argument => KeyValuePair.Create(argument.Name, (object?)argument.Value));
        return text.DetailWith(arguments) ?? text.Title;
    }
}
