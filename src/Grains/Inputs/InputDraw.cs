using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>
/// What a record draws on the stock. The trigger of its kind calls draw_inputs in the write's own transaction; when that refuses, this
/// tells why.
/// </summary>
internal sealed record InputDraw(string Source, CreditCode Enterprise, FormAnswers Answers)
{
    /// <summary>The field of every form whose records use inputs.</summary>
    public const string Field = "inputs";

    private static readonly string[] Constraints = ["input_lots_stock", "input_lots_retired", "input_uses_lot"];

    /// <summary>The refusal behind a violated constraint, or null when the violation is none of a draw.</summary>
    public async Task<Refusal?> RefusalOf(string constraint, IFacts facts)
    {
        if (!Constraints.Contains(constraint)) return null;
        var uses = Answers.ToObject()[Field]?.ToJsonString() ?? "[]";
        return (await facts.Find<RefusedDraw>("find_refused_draw", Source, Enterprise.Value, uses))?.ToRefusal();
    }
}
