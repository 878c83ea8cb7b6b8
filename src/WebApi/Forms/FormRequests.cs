using Suyuan.Accounts;

namespace Suyuan.Forms;

/// <summary>Answers to look through.</summary>
/// <param name="Answers">By field key; a masked value is taken to stand for what a record keeps.</param>
public sealed record CheckAnswersRequest(FormAnswers Answers)
{
    public CheckAnswers ToCommand(Caller by, string form) => new(by, form, Answers);
}
