using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Suyuan.Common;
using Suyuan.Growers;

namespace Suyuan.Forms;

/// <summary>
/// Seals ID numbers, mobiles and secret phones among answers; those kept before stay where they come back, in clear or masked.
/// </summary>
internal sealed partial class PersonalFields(IPersonalData personal, JsonObject kept)
{
    private const string Unreadable = "****";
    private const int ShownOfLandline = 4;

    /// <summary>A mask passes though nothing is kept that it could stand for: for answers that are only looked through.</summary>
    public bool TakesMasks { get; init; }

    public JsonObject Seal(IEnumerable<FormField> fields, JsonObject answers)
    {
        foreach (var field in fields.Where(field => answers[field.Key] is not null))
        {
            if (field.IsSealed) answers[field.Key] = Seal(field.Type, answers[field.Key]!, [kept[field.Key]]);
            else if (field.Fields.Any(column => column.IsSealed)) SealRows(field, answers);
        }

        return answers;
    }

    private void SealRows(FormField field, JsonObject answers)
    {
        // What is no row has no column to seal: the checker is told that something was there, and nothing of it is kept.
        if (answers[field.Key] is not JsonArray rows)
        {
            answers[field.Key] = false;
            return;
        }

        var personalKeys = field.Fields.Where(column => column.IsSealed).Select(column => column.Key).ToHashSet();
        var before = (kept[field.Key] as JsonArray ?? []).OfType<JsonObject>().Select(row => (row, Without(personalKeys, row))).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not JsonObject row)
            {
                rows[i] = false;
                continue;
            }

            var alike = Alike(Without(personalKeys, row), i, before).ToList();
            foreach (var column in field.Fields.Where(column => column.IsSealed && row[column.Key] is not null))
                row[column.Key] = Seal(column.Type, row[column.Key]!, alike.Select(other => other[column.Key]));
        }
    }

    /// <summary>
    /// The rows kept before, likeliest first: those that say the same of the person, then the one in the same place. Rows may have been
    /// moved or taken out, and two people may have the same mask.
    /// </summary>
    private static IEnumerable<JsonObject> Alike(JsonObject said, int place, List<(JsonObject Row, JsonObject Said)> before) =>
        before.Select((other, index) => (other.Row, Same: JsonNode.DeepEquals(said, other.Said), Here: index == place))
            .OrderByDescending(other => other.Same).ThenByDescending(other => other.Here).Select(other => other.Row);

    private static JsonObject Without(HashSet<string> keys, JsonObject row)
    {
        var rest = row.DeepClone().AsObject();
        foreach (var key in keys) rest.Remove(key);
        return rest;
    }

    private JsonNode Seal(FieldType type, JsonNode value, IEnumerable<JsonNode?> before)
    {
        var text = value is JsonValue given && given.TryGetValue<string>(out var words) ? words : null;
        var hash = personal.Hash(text ?? value.ToJsonString());
        foreach (var known in before.Where(SealedText.Is))
        {
            // A client has never seen a cipher, so what equals a kept one is the kept one, checked anew.
            var same = SealedText.Is(value) ? JsonNode.DeepEquals(value, known)
                : hash == known!["hash"]!.GetValue<string>() || text == SealedText.MaskOf(known);
            if (same) return known!.DeepClone();
        }

        return Sealed(type, text ?? value.ToJsonString(), hash);
    }

    private JsonObject Sealed(FieldType type, string text, string hash)
    {
        var protectedText = personal.Protect(text);
        var made = new JsonObject
        {
            ["masked"] = MaskOf(type, text), ["hash"] = hash, ["keyId"] = protectedText.KeyId, ["cipher"] = protectedText.Cipher,
        };
        if (!ValueChecker.IsValid(type, text) && !(TakesMasks && Mask().IsMatch(text))) made[SealedText.Malformed] = true;
        return made;
    }

    private static string MaskOf(FieldType type, string text) => type switch
    {
        FieldType.Mobile or FieldType.Phone when MobileNumber.TryParse(text, null, out var mobile) => mobile.Masked,
        FieldType.IdNumber when PersonNumber.TryParse(text, null, out var number) && !number.IsCreditCode => number.Masked,
        FieldType.Phone when ValueChecker.IsValid(type, text) => Unreadable + text[^ShownOfLandline..],
        _ => Unreadable,
    };

    [GeneratedRegex(@"^((1[3-9][0-9])?\*{4}[0-9]{4}|[0-9]{6}\*{8}[0-9]{3}[0-9X])\z")]
    private static partial Regex Mask();
}
