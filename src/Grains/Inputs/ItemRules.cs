using System.Text.RegularExpressions;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>What an item of the catalogue must say beyond its form's own bounds.</summary>
internal static partial class ItemRules
{
    public const string Name = "name";
    public const string Unit = "unit";
    private const string RegistrationNumber = "registrationNo";

    public static FilledForm Checked(FilledForm filled) => filled.And(FaultsOf(filled));

    private static IEnumerable<FieldFault> FaultsOf(FilledForm filled)
    {
        // A form of the installation may leave them open; lots and lists cannot do without.
        foreach (var field in (string[])[Name, Unit])
        {
            if (filled.Answers.Text(field) is null) yield return new(field, FormRefusals.Required);
        }

        var registered = filled.Form.Key == InputForms.Pesticide ? filled.Answers.Text(RegistrationNumber) : null;
        if (registered is not null && !Registration().IsMatch(registered))
            yield return new(RegistrationNumber, InputRefusals.RegistrationNumberInvalid);
    }

    // PD, WP (hygiene), LS (temporary, until 2022) or EX (export) and year and serial; F and six digits for what was repacked.
    [GeneratedRegex(@"^(PD|WP|LS|EX)\d{4,8}(-\d+)?(F\d{6})?\z")]
    private static partial Regex Registration();
}
