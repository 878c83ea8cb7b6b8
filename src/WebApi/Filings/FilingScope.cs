using Suyuan.Accounts;

namespace Suyuan.Filings;

/// <summary>
/// Which filings are the caller's to see: the rule of FilingRules.VisibleTo, for lists. A condition on one column each, so that every
/// caller's list is read from an index in its order.
/// </summary>
internal readonly record struct FilingScope(string Condition, string Value)
{
    public static FilingScope Of(Caller caller) => caller.Role switch
    {
        Role.EnterpriseAdministrator or Role.Recorder => new("f.enterprise = @scope", caller.Scope),
        Role.Regulator when caller.Scope.Length == 0 => new("f.state <> 'draft'", ""),
        Role.Regulator when caller.District is { } district =>
            new($"f.state <> 'draft' and {ColumnOf(district.Prefix)} = @scope", district.Prefix),
        Role.Platform => new("true", ""),
        _ => new("false", ""),
    };

    private static string ColumnOf(string prefix) => prefix.Length switch
    {
        2 => "f.province",
        4 => "f.prefecture",
        _ => "f.county",
    };
}
