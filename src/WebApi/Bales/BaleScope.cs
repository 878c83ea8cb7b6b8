using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Bales;

/// <summary>Whose bales, and which of them a caller may know of, as conditions on bales b and trace_units u (AC5).</summary>
internal static class BaleScope
{
    /// <summary>
    /// Where the newest of each unit are asked for, the gin only sifts them: an index by gin would be walked whole for every unit.
    /// </summary>
    public static IEnumerable<string> Of(Whose whose, NpgsqlParameterCollection parameters, bool byUnit = false)
    {
        var ofGin = byUnit ? "case b.gin when @gin then true end" : "b.gin = @gin";
        if (whose.Gin is { } gin) yield return parameters.Condition(ofGin, "gin", gin.Value);
        if (whose.Unit is { } unit) yield return parameters.Condition("b.unit = @unit", "unit", unit);
        if (whose.Grower is { } grower)
            yield return parameters.Condition("b.card in (select c.card from trace_cards c where c.grower = @grower)", "grower", grower);
        if (whose.Region is { } region)
            yield return parameters.Condition("(u.region = @region or u.region like @region || '-%')", "region", region.Value);
    }

    /// <summary>The condition, once its parameter is among the command's.</summary>
    public static string Condition(this NpgsqlParameterCollection parameters, string condition, string name, object value)
    {
        parameters.AddWithValue(name, value);
        return condition;
    }

    /// <summary>Whether a caller's bales are those of some trace units.</summary>
    public static bool IsOfUnits(Caller caller) => caller.Role is Role.Regiment or Role.Company or Role.Regulator or Role.Organizer;

    public static IEnumerable<string> Of(Caller caller, NpgsqlParameterCollection parameters)
    {
        switch (caller.Role)
        {
            case Role.Platform or Role.Inspector:
                return [];
            case Role.Ginner or Role.GinVerifier or Role.Collector:
                parameters.AddWithValue("own_gin", caller.Scope);
                return ["b.gin = @own_gin"];
            case Role.Regiment or Role.Regulator:
                parameters.AddWithValue("own_region", caller.Scope);
                return ["(u.region = @own_region or u.region like @own_region || '-%')"];
            case Role.Company:
                parameters.AddWithValue("own_region", caller.Scope);
                return ["u.region = @own_region and u.formation = 'company'"];
            case Role.Organizer:
                parameters.AddWithValue("own_account", caller.Account);
                return ["u.organizer = @own_account"];
            case Role.Grower:
                parameters.AddWithValue("own_grower", caller.Scope);
                return ["exists (select from trace_unit_members m where m.unit = b.unit and m.grower = @own_grower)"];
            default:
                return ["false"];
        }
    }
}
