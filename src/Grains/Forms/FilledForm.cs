using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Answers as they will be kept, to which version of which form, and every fault found in them.</summary>
internal sealed record FilledForm(Form Form, FormAnswers Answers, ImmutableArray<FieldFault> Faults)
{
    public Refusal? Refusal => Faults.IsEmpty ? null : FormRefusals.AnswersInvalid(Faults);
}
