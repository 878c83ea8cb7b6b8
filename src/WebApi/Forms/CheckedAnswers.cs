using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Whether these answers would be taken, and every fault in them, in the order of the form.</summary>
internal sealed record CheckedAnswers(string Form, int Version, bool Allowed, IReadOnlyList<WrongField> Faults)
{
    public static CheckedAnswers Of(AnswersCheckedView found, Reasons reasons) => new(
        found.Form, found.Version, found.Faults.IsEmpty, [.. found.Faults.Select(fault => WrongField.Of(fault, reasons))]);
}

/// <summary>A field that is wrong: where (`equipment[2].model`), and why.</summary>
internal sealed record WrongField(string Path, string Code, string Message)
{
    public static WrongField Of(FieldFault fault, Reasons reasons)
    {
        var reason = reasons.Word(fault.Refusal);
        return new(fault.Path, reason.Code, reason.Detail ?? reason.Title);
    }
}
