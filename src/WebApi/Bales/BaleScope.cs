using Npgsql;
using Suyuan.Accounts;

namespace Suyuan.Bales;

/// <summary>Which bales a caller may know of, as conditions on bales b and trace_units u (AC5).</summary>
internal static class BaleScope
{
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
