using System.Text.Json.Nodes;
using Suyuan.Common;
using Suyuan.Growers;

namespace Suyuan.Forms;

/// <summary>Seals ID numbers and mobiles among answers; those kept before stay where they come back, in clear or masked.</summary>
internal sealed class PersonalFields(IPersonalData personal, JsonObject kept)
{
    public JsonObject Seal(IEnumerable<FormField> fields, JsonObject answers)
    {
        foreach (var field in fields)
        {
            if (field.Type is FieldType.Rows) SealRows(field, answers[field.Key] as JsonArray);
            else if (answers[field.Key] is { } value && IsPersonal(field))
                answers[field.Key] = Seal(field.Type, value, [kept[field.Key]]);
        }

        return answers;
    }

    private void SealRows(FormField field, JsonArray? rows)
    {
        var before = kept[field.Key] as JsonArray ?? [];
        foreach (var column in field.Fields.Where(IsPersonal))
        {
            for (var i = 0; i < rows?.Count; i++)
            {
                // Rows may have been moved: the same place is looked at first, then every other.
                if (rows[i] is not JsonObject row || row[column.Key] is not { } value) continue;
                var known = before.Skip(i).Take(1).Concat(before).Select(other => (other as JsonObject)?[column.Key]);
                row[column.Key] = Seal(column.Type, value, known);
            }
        }
    }

    private JsonNode Seal(FieldType type, JsonNode value, IEnumerable<JsonNode?> before)
    {
        var text = value is JsonValue given && given.TryGetValue<string>(out var words) ? words : null;
        var hash = personal.Hash(text ?? value.ToJsonString());
        foreach (var known in before.Where(SealedText.Is))
        {
            var same = SealedText.Is(value) ? JsonNode.DeepEquals(value, known)
                : hash == known!["hash"]!.GetValue<string>() || (text == SealedText.MaskOf(known) && !SealedText.IsMalformed(known));
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
        if (!ValueChecker.IsValid(type, text)) made[SealedText.Malformed] = true;
        return made;
    }

    private static string MaskOf(FieldType type, string text) => type switch
    {
        FieldType.Mobile when MobileNumber.TryParse(text, null, out var mobile) => mobile.Masked,
        FieldType.IdNumber when PersonNumber.TryParse(text, null, out var number) && !number.IsCreditCode => number.Masked,
        _ => "****",
    };

    private static bool IsPersonal(FormField field) => field.Type is FieldType.IdNumber or FieldType.Mobile;
}
