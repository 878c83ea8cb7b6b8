using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>An item for the catalogue.</summary>
/// <param name="Form">The form of its kind, such as `input-pesticide`.</param>
public sealed record InputRequest(string Form, FormAnswers Answers)
{
    public AddInput ToCommand(Caller by) => new(by, Form, Answers);
}

/// <summary>A purchase of an item, answered by the form `input-purchase`.</summary>
/// <param name="Item">The id of the item.</param>
public sealed record InputLotRequest(string Item, FormAnswers Answers)
{
    public AddInputLot ToCommand(Caller by) => new(by, Item, Answers);
}

/// <summary>An item's or a lot's answers, whole.</summary>
public sealed record EditInputRequest(FormAnswers Answers)
{
    public EditInput ToCommand(Caller by, int? revision) => new(by, Answers, revision);
}

/// <summary>Why an item or a lot is retired.</summary>
public sealed record RetirementRequest(string Reason) : IGivesReason;
