using System.Collections.Immutable;
using System.Text.Json;
using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Why answers are refused: the whole, and each field.</summary>
public static class FormRefusals
{
    /// <summary>At least one field is wrong; `errors` names every one of them (FM1).</summary>
    public static Refusal AnswersInvalid(ImmutableArray<FieldFault> faults) =>
        Refusal.Unprocessable("form/answers-invalid", ("count", faults.IsDefault ? 0 : faults.Length)) with { Fields = faults };

    public static Refusal Unknown(string form) => Refusal.NotFound("form/unknown", ("form", form));

    public static Refusal UnknownField => Refusal.Unprocessable("form/unknown-field");

    public static Refusal Required => Refusal.Unprocessable("form/required");

    public static Refusal WrongType(FieldType type) =>
        Refusal.Unprocessable("form/wrong-type", ("type", JsonNamingPolicy.CamelCase.ConvertName(type.ToString())));

    public static Refusal TextTooLong(int most) => Refusal.Unprocessable("form/text-too-long", ("most", most));

    public static Refusal TextUnprintable => Refusal.Unprocessable("form/text-unprintable");

    public static Refusal NumberTooSmall(decimal least) => Refusal.Unprocessable("form/number-too-small", ("least", least));

    public static Refusal NumberTooLarge(decimal most) => Refusal.Unprocessable("form/number-too-large", ("most", most));

    public static Refusal TooManyDecimals(int most) => Refusal.Unprocessable("form/too-many-decimals", ("most", most));

    public static Refusal DateInvalid => Refusal.Unprocessable("form/date-invalid");

    public static Refusal DateInFuture => Refusal.Unprocessable("form/date-in-future");

    public static Refusal UnknownChoice(string choice) => Refusal.Unprocessable("form/unknown-choice", ("choice", choice));

    public static Refusal TwiceChosen(string choice) => Refusal.Unprocessable("form/twice-chosen", ("choice", choice));

    public static Refusal TooFewItems(int least) => Refusal.Unprocessable("form/too-few-items", ("least", least));

    public static Refusal TooManyItems(int most) => Refusal.Unprocessable("form/too-many-items", ("most", most));

    public static Refusal DistrictInvalid => Refusal.Unprocessable("form/district-invalid");

    public static Refusal CreditCodeInvalid => Refusal.Unprocessable("form/credit-code-invalid");

    public static Refusal IdNumberInvalid => Refusal.Unprocessable("form/id-number-invalid");

    public static Refusal MobileInvalid => Refusal.Unprocessable("form/mobile-invalid");

    public static Refusal PhoneInvalid => Refusal.Unprocessable("form/phone-invalid");

    public static Refusal EmailInvalid => Refusal.Unprocessable("form/email-invalid");

    public static Refusal GtinInvalid => Refusal.Unprocessable("form/gtin-invalid");

    public static Refusal PlaceInvalid => Refusal.Unprocessable("form/place-invalid");

    public static Refusal UnknownAttachment => Refusal.Unprocessable("form/unknown-attachment");

    public static Refusal AttachmentType(string type) => Refusal.Unprocessable("form/attachment-type", ("type", type));

    public static Refusal UnknownPlot => Refusal.Unprocessable("form/unknown-plot");

    public static Refusal UnknownLot => Refusal.Unprocessable("form/unknown-lot");

    public static Refusal LotOfAnotherKind(string kind) => Refusal.Unprocessable("form/lot-of-another-kind", ("kind", kind));
}
