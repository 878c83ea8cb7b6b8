using Suyuan.Accounts;

namespace Suyuan.Forms;

/// <summary>Looks through answers as a submission would.</summary>
[GenerateSerializer, Immutable, Alias("check-answers")]
public sealed record CheckAnswers([property: Id(0)] Caller By, [property: Id(1)] string Form, [property: Id(2)] FormAnswers Answers);
