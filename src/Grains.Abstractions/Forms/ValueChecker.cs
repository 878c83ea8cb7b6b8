using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Growers;
using Suyuan.Regions;

namespace Suyuan.Forms;

/// <summary>Whether one value, or one item of a list, is what its field asks for.</summary>
internal sealed partial class ValueChecker(DateOnly today, KnownReferences known)
{
    private const int DefaultLength = 200;
    private const decimal LeastDrawn = 0.001m;
    private const int EarliestYear = 1900;

    // Marks that turn the direction of what follows: they make a text read as what it is not.
    private static readonly FrozenSet<char> TurnsText = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069".ToFrozenSet();

    public Refusal? FaultOf(FormField field, JsonNode? value) => field.Type switch
    {
        FieldType.Number => OfNumber(field, value),
        FieldType.YesNo => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : FormRefusals.WrongType(field.Type),
        FieldType.Place => GeoJson.IsPlace(value) ? null : FormRefusals.PlaceInvalid,
        FieldType.Attachment => OfAttachment(field, value as JsonObject),
        FieldType.Inputs => OfInput(field, value as JsonObject),
        _ when field.IsSealed && SealedText.Is(value) => SealedText.IsMalformed(value!) ? Invalid(field.Type) : null,
        _ => TextOf(value) is { } text ? OfText(field, text) : FormRefusals.WrongType(field.Type),
    };

    /// <summary>What may be named once in a list: a choice, a plot, a file, a lot.</summary>
    public static Refusal? TwiceIn(HashSet<string> seen, FormField field, JsonNode? item)
    {
        var name = item is JsonObject named ? TextOf(named["sha256"] ?? named["lot"]) : TextOf(item);
        return name is null || seen.Add(name) ? null : FormRefusals.TwiceChosen(name);
    }

    private Refusal? OfText(FormField field, string text) => field.Type switch
    {
        FieldType.Text => OfWords(field, text),
        FieldType.Date => OfDate(field, text),
        FieldType.Choice => field.Choices.Any(choice => choice.Key == text) ? null : FormRefusals.UnknownChoice(text),
        FieldType.Plots => known.Plots.Contains(text) ? null : FormRefusals.UnknownPlot,
        _ => IsValid(field.Type, text) ? null : Invalid(field.Type),
    };

    /// <summary>Whether a text is a number, code or address of this type.</summary>
    internal static bool IsValid(FieldType type, string text) => type switch
    {
        FieldType.District => DistrictCode.TryParse(text, null, out _),
        FieldType.CreditCode => CreditCode.TryParse(text, null, out _),
        FieldType.IdNumber => PersonNumber.TryParse(text, null, out var number) && !number.IsCreditCode,
        FieldType.Mobile => MobileNumber.TryParse(text, null, out _),
        FieldType.Phone => PublicNumber().IsMatch(text),
        FieldType.Email => text.Length <= DefaultLength && MailAddress().IsMatch(text),
        FieldType.Gtin => Gtin.IsValid(text),
        _ => false,
    };

    private static Refusal Invalid(FieldType type) => type switch
    {
        FieldType.District => FormRefusals.DistrictInvalid,
        FieldType.CreditCode => FormRefusals.CreditCodeInvalid,
        FieldType.IdNumber => FormRefusals.IdNumberInvalid,
        FieldType.Mobile => FormRefusals.MobileInvalid,
        FieldType.Phone => FormRefusals.PhoneInvalid,
        FieldType.Email => FormRefusals.EmailInvalid,
        FieldType.Gtin => FormRefusals.GtinInvalid,
        _ => FormRefusals.WrongType(type),
    };

    private static Refusal? OfWords(FormField field, string text)
    {
        var most = field.MaxLength ?? DefaultLength;
        if (text.Length > most) return FormRefusals.TextTooLong(most);
        return text.Any(letter => IsUnprintable(letter, field.Multiline)) ? FormRefusals.TextUnprintable : null;
    }

    private static bool IsUnprintable(char letter, bool multiline) =>
        char.IsControl(letter) ? !(multiline && letter is ('\n' or '\t')) : TurnsText.Contains(letter);

    private Refusal? OfDate(FormField field, string text)
    {
        var reads = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!reads || date.Year < EarliestYear) return FormRefusals.DateInvalid;
        return field.Past && date > today ? FormRefusals.DateInFuture : null;
    }

    private static Refusal? OfNumber(FormField field, JsonNode? value) => NumberChecker.FaultOf(
        value, field.Min ?? -NumberChecker.Largest, field.Max ?? NumberChecker.Largest, field.Decimals ?? NumberChecker.DefaultDecimals);

    private Refusal? OfAttachment(FormField field, JsonObject? file)
    {
        if (TextOf(file?["sha256"]) is not { } digest || !known.Attachments.TryGetValue(digest, out var mediaType))
            return FormRefusals.UnknownAttachment;
        if (TextOf(file!["name"]) is not { Length: > 0 and <= DefaultLength } name || name.Any(char.IsControl) || file.Count != 2)
            return FormRefusals.WrongType(field.Type);
        var kind = mediaType == "application/pdf" ? "pdf" : mediaType.Split('/')[0];
        return field.Accept.IsEmpty || field.Accept.Contains(kind) ? null : FormRefusals.AttachmentType(mediaType);
    }

    private Refusal? OfInput(FormField field, JsonObject? use)
    {
        if (TextOf(use?["lot"]) is not { } lot || !known.Lots.TryGetValue(lot, out var kind)) return FormRefusals.UnknownLot;
        if (!field.Accept.IsEmpty && !field.Accept.Contains(kind)) return FormRefusals.LotOfAnotherKind(kind);
        return use!.Count == 2
            ? NumberChecker.FaultOf(use["quantity"], LeastDrawn, NumberChecker.Largest, NumberChecker.DefaultDecimals)
            : FormRefusals.WrongType(field.Type);
    }

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : null;

    [GeneratedRegex("^(0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}|9[0-9]{4,7}|1[3-9][0-9]{9})\\z")]
    private static partial Regex PublicNumber();

    [GeneratedRegex(@"^[^\s@]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+\z")]
    private static partial Regex MailAddress();
}
