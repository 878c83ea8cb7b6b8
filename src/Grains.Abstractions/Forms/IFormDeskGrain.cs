using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>The desk where answers are looked through before anything keeps them. It keeps nothing.</summary>
[Alias("form-desk-grain")]
public interface IFormDeskGrain : IGrainWithStringKey
{
    [Alias("check")] Task<Result<AnswersCheckedView>> Check(CheckAnswers command);
}
