using FsCheck;
using FsCheck.Fluent;

namespace Suyuan.Forms.Tests;

/// <summary>JSON that a client might send as answers, right or not: every field with every kind of value, and lists and objects of them.</summary>
internal static class AnyJson
{
    private static readonly string[] Words =
    [
        "null", "true", "false", "0", "-0", "1", "1.5", "1e400", "-1e400", "1e-400", "1e-900", "123456789012345678901234567890", "[]", "{}",
        "\"\"", "\" \"", "\"a\"", "\"plot-1\"", "\"2026-05-01\"", "\"13800001234\"", "\"138****1234\"", "\"😀\"", "\"\\u0001\"", "[[]]", "[null]",
        """{ "sha256": "aa11", "name": "x" }""", """{ "sha256": 5 }""", """{ "lot": "lot-1", "quantity": 1e99 }""", """{ "lot": {} }""",
        """{ "type": "Point", "coordinates": [1, 2] }""", """{ "type": "Polygon", "coordinates": [[1], 2] }""", """{ "type": 1 }""",
        """{ "masked": "1", "hash": "2", "keyId": "3", "cipher": "4" }""", """{ "masked": null, "cipher": null }""",
    ];

    public static Arbitrary<string> Answers(Form form)
    {
        string[] keys = [.. form.Fields.Select(field => field.Key), .. form.Fields.SelectMany(field => field.Fields).Select(field => field.Key), "x"];
        return Object(keys, 2).ToArbitrary();
    }

    private static Gen<string> Object(string[] keys, int depth) =>
        from chosen in Gen.SubListOf(keys)
        from values in Gen.ArrayOf(Value(keys, depth), chosen.Count)
        select "{" + string.Join(", ", chosen.Distinct().Zip(values, (key, value) => $"\"{key}\": {value}")) + "}";

    private static Gen<string> Value(string[] keys, int depth) => depth == 0 ? Gen.Elements(Words) : Gen.OneOf(
        Gen.Elements(Words),
        Gen.Elements(Words).ArrayOf().Select(items => $"[{string.Join(", ", items.Take(4))}]"),
        Object(keys, depth - 1),
        from row in Object(keys, depth - 1) from other in Gen.Elements(Words) select $"[{row}, {other}]");
}
