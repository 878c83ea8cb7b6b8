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
            default:
                return ["false"];
        }
    }
}
