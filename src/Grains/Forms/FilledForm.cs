using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Answers as they will be kept, to which version of which form, and every fault found in them.</summary>
internal sealed record FilledForm(Form Form, FormAnswers Answers, ImmutableArray<FieldFault> Faults)
{
    public Refusal? Refusal => Faults.IsEmpty ? null : FormRefusals.AnswersInvalid(Faults);

    /// <summary>With what a noun's own rules find wrong; a field that is wrong already is not told of twice.</summary>
    public FilledForm And(params IEnumerable<FieldFault> further) =>
        this with { Faults = [.. Faults, .. further.Where(fault => Faults.All(known => known.Path != fault.Path))] };

    /// <summary>Whether the same was answered before.</summary>
    public bool Says(FormAnswers answers) => JsonNode.DeepEquals(Answers.ToObject(), answers.ToObject());
}
