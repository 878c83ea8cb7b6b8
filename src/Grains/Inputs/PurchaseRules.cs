using System.Globalization;
using System.Text.Json.Nodes;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>What a purchase must say beyond its form's own bounds.</summary>
internal static class PurchaseRules
{
    public const string Quantity = "quantity";
    private const string ValidUntil = "validUntil";
    private const string ProducedOn = "producedOn";

    public static FilledForm Checked(FilledForm filled) => filled.And(FaultsOf(filled.Answers));

    public static decimal? QuantityOf(FormAnswers answers) =>
        answers.ToObject()[Quantity] is JsonValue value && value.TryGetValue<decimal>(out var quantity) ? quantity : null;

    private static IEnumerable<FieldFault> FaultsOf(FormAnswers answers)
    {
        // A form of the installation may leave it open; a lot without a quantity has no stock.
        if (QuantityOf(answers) is null) yield return new(Quantity, FormRefusals.Required);
        if (DateOf(answers, ValidUntil) < DateOf(answers, ProducedOn)) yield return new(ValidUntil, InputRefusals.ValidityBeforeProduction);
    }

    private static DateOnly? DateOf(FormAnswers answers, string field) =>
        DateOnly.TryParseExact(answers.Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
