using Suyuan.Common;
using Suyuan.Regions;

namespace Suyuan.Accounts;

/// <summary>One company of the list, and what its account would be or is.</summary>
internal sealed record AccountRow(int Number, RegionCode Company, string Name, string? Contact, MobileNumber? Mobile)
{
    public const int LongestText = 60;

    public static readonly TableColumn CodeColumn = new("company", "连队编码");
    public static readonly TableColumn NameColumn = new("name", "连队名称");
    public static readonly TableColumn ContactColumn = new("contact", "联系人") { Optional = true };
    public static readonly TableColumn MobileColumn = new("mobile", "手机号") { Optional = true };

    /// <summary>Masked, as our own lists show mobiles: no account can be made with it, and one that is there keeps its own.</summary>
    public bool Masked { get; init; }

    /// <summary>The account that there is already.</summary>
    public AccountView? Known { get; init; }

    public UserName UserName => new(Company.Value);

    /// <summary>The row, or null when a cell is wrong; each wrong one is told.</summary>
    public static AccountRow? Read(TableRow row, RowErrors errors)
    {
        var (before, texts) = (errors.Count, (TableColumn[])[NameColumn, ContactColumn]);
        if (!RegionCode.TryParse(row[CodeColumn.Name], null, out var code) || !code.IsCompany)
            errors.Add(row.Number, CodeColumn.Headings[0], AccountImportRefusals.NotACompany(row[CodeColumn.Name]));
        foreach (var column in texts.Where(column => row[column.Name].Length > LongestText))
            errors.Add(row.Number, column.Headings[0], AccountImportRefusals.TextTooLong);
        var mobile = default(MobileNumber);
        var masked = row[MobileColumn.Name].Contains('*');
        if (row[MobileColumn.Name].Length > 0 && !masked && !MobileNumber.TryParse(row[MobileColumn.Name], null, out mobile))
            errors.Add(row.Number, MobileColumn.Headings[0], AccountImportRefusals.MobileInvalid);
        if (errors.Count > before) return null;
        var contact = row[ContactColumn.Name] is { Length: > 0 } given ? given : null;
        return new(row.Number, code, row[NameColumn.Name], contact, mobile.Value is null ? null : mobile) { Masked = masked };
    }

    public CreateAccount ToCommand(Caller by) => new()
    {
        By = by,
        DisplayName = Name,
        Roles = [new(Role.Company, Company.Value)],
        Mobile = Mobile,
        HomeRegion = Company,
        Contact = Contact,
    };

    public ImportedAccount ToAnswer(string? oneTimePassword) => new()
    {
        Company = Company,
        UserName = UserName,
        Name = Known?.DisplayName ?? Name,
        Contact = Known is null ? Contact : Known.Contact,
        MaskedMobile = Known is null ? Mobile?.Masked : Known.MaskedMobile,
        Change = Known is null ? RecordChange.Created : RecordChange.Unchanged,
        OneTimePassword = oneTimePassword,
    };
}
