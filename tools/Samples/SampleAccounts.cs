namespace Suyuan.Samples;

/// <summary>One account of every role, and who they are for. Scopes follow the roles in the same order.</summary>
internal sealed record SampleAccount(string UserName, string[] Roles, string[] Scopes, string Organisation, string Note)
{
    public string? HomeRegion { get; init; }

    public DemoAccount ToDemo() => new(UserName, "", Roles, Organisation, Note);
}

internal static class SampleAccounts
{
    public const string Platform = "platform";
    public const string ProductRegulator = "regulator-330000";
    public const string Inspector = "inspector";
    public const string GrowerAccount = "grower-143";

    public static readonly SampleAccount PlatformAccount = new(Platform, ["platform"], [""], "平台", "平台管理员");

    public static IEnumerable<SampleAccount> OfPlatform =>
    [
        new("regulator-08", ["regulator"], ["08"], "第八师", "监管部门"),
        new(Inspector, ["inspector"], [""], "纤维检验机构", "导入公证检验结果"),
        new(ProductRegulator, ["regulator"], ["330000"], "浙江省农业农村主管部门", "监管部门，审批全省备案"),
        new("regulator-330100", ["regulator"], ["330100"], "杭州市农业农村主管部门", "监管部门，只见杭州市企业"),
        new("08-143", ["regiment"], ["08-143"], "第八师一四三团", "团级单位，审核追溯单元"),
        new("08-150", ["regiment", "company"], ["08-150", "08-150-001"], "第八师一五〇团", "团级单位，兼一连，可切换角色"),
        new("org-143-free", ["organizer"], ["org-143-free"], "一四三团", "自由组团发起人") { HomeRegion = "08-143" },
        new("org-143-coop", ["organizer"], ["org-143-coop"], "一四三团", "合作社组团发起人") { HomeRegion = "08-143" },
        new("org-150-free", ["organizer"], ["org-150-free"], "一五〇团", "自由组团发起人") { HomeRegion = "08-150" },
        new("org-150-coop", ["organizer"], ["org-150-coop"], "一五〇团", "合作社组团发起人") { HomeRegion = "08-150" },
    ];

    public static IEnumerable<SampleAccount> Companies => SampleRegions.Companies.Select(company =>
        new SampleAccount(company.Code, ["company"], [company.Code], $"{RegimentOf(company.Code)}{company.Name}", "连级单位，连队组团"));

    public static readonly string[] Gins = ["65001", "65002"];

    public static string Ginner(string gin) => "qts" + gin;

    public static string Verifier(string gin) => $"qts{gin}-v";

    public static string Collector(string gin, int line) => $"collector-{gin}-{line}";

    public static string GinName(string gin) => gin == "65001" ? "一四三团棉花加工厂" : "一五〇团棉花加工厂";

    /// <summary>Who forms a unit: the company's officer, or an organizer of the regiment.</summary>
    public static string OrganizerOf(SampleUnit unit) => unit.Formation switch
    {
        "company" => unit.Company,
        "cooperative" => $"org-{unit.Company[3..6]}-coop",
        _ => $"org-{unit.Company[3..6]}-free",
    };

    public static string RegimentAccountOf(string company) => company[..6];

    private static string RegimentOf(string company) => SampleRegions.Above.Single(region => region.Code == company[..6]).Name;
}
