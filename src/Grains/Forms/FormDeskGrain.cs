using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.Forms;

internal sealed class FormDeskGrain(FormCatalogue catalogue, FormIntake intake) : Grain, IFormDeskGrain
{
    public async Task<Result<AnswersCheckedView>> Check(CheckAnswers command)
    {
        if (!CreditCode.TryParse(command.By.Scope, null, out var enterprise)) return SharedRefusals.Forbidden;
        if (catalogue.Find(command.Form) is null) return FormRefusals.Unknown(command.Form);

        var filled = await intake.Try(command.Form, enterprise, command.Answers);
        return new AnswersCheckedView(filled.Form.Key, filled.Form.Version, filled.Faults);
    }
}
