using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;
using Suyuan.Regions;
using Suyuan.Seasons;

namespace Suyuan.Filings.Tests;

/// <summary>An enterprise of Hangzhou, its people, its regulator, and filings that went the public way.</summary>
internal static class Given
{
    public const string Id = "0123456789abcdef0123";

    public static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 30, 0, ChinaTime.Offset);
    public static readonly CreditCode Code = CreditCode.Parse("91330100799655058B", null);
    public static readonly CreditCode OtherCode = CreditCode.Parse("91440300708461136T", null);

    public static readonly EnterpriseView Enterprise = new()
    {
        Revision = 1, CreditCode = Code, Name = "余杭径山茶业有限公司", District = DistrictCode.Parse("330110", null),
    };

    public static readonly Caller Recorder = new("li", Role.Recorder, Code.Value);
    public static readonly Caller Administrator = new("wang", Role.EnterpriseAdministrator, Code.Value);
    public static readonly Caller Regulator = new("gov-330100", Role.Regulator, "330100");
    public static readonly Caller Platform = new("platform", Role.Platform, "");

    public static readonly FilingFacts Facts = new() { Enterprise = Enterprise, Now = Now, CallerName = "杭州市农业农村局", Serial = 42 };

    public static readonly Form ProductForm = FormOf("product-filing");

    public static FilledForm Product(string name = "径山茶", string variety = "鸠坑种", string specification = "250 g/盒") => new(
        ProductForm, AnswersOf($$"""{"productName":"{{name}}","variety":"{{variety}}","specification":"{{specification}}"}"""), []);

    public static FilledForm Self(CreditCode? code = null) =>
        new(FormOf("enterprise-filing"), AnswersOf($$"""{"name":"余杭径山茶业有限公司","creditCode":"{{code ?? Code}}"}"""), []);

    public static FilledForm Faulty => Product() with { Faults = [new FieldFault("unit", FormRefusals.Required)] };

    public static FormAnswers AnswersOf(string json) => new(json);

    public static FilingFacts At(DateOnly day) => Facts with { Now = new(day, new TimeOnly(8, 0), ChinaTime.Offset) };

    public static Result<Filing> Created(FilingKind kind = FilingKind.Product, FilledForm? filled = null, string fingerprint = "f") =>
        new Filing().Create(Id, new(Recorder, kind, FormAnswers.Empty), filled ?? Product(), Facts, fingerprint);

    public static Filing Draft(FilingKind kind = FilingKind.Product) =>
        Created(kind, kind is FilingKind.Enterprise ? Self() : Product()).Value;

    public static Filing Submitted(FilingKind kind = FilingKind.Product) => Draft(kind)
        .Submit(FilingDeed.Submit, new(Recorder, null), kind is FilingKind.Enterprise ? Self() : Product(), Facts).Value;

    public static Filing Returned() => Submitted().Return(FilingDeed.Return, new(Regulator, "请补充检验报告", null), Facts).Value;

    public static Filing Issued(FilingKind kind = FilingKind.Product) => Submitted(kind).Issue(FilingDeed.Issue, Issue(), Facts).Value;

    public static Filing Revoked() => Issued().Revoke(new(Regulator, "企业已停产", null), Facts).Value;

    public static Filing Deleted() => Draft().Delete(FilingDeed.Delete, new(Recorder, null), Facts).Value;

    public static Filing Amending() => Issued().OpenAmendment(new(Recorder, null, null), Product("径山红茶"), Facts).Value;

    public static Filing AmendmentSubmitted() =>
        Amending().Submit(FilingDeed.SubmitAmendment, new(Recorder, null), Product("径山红茶"), Facts).Value;

    public static Filing AmendmentReturned() =>
        AmendmentSubmitted().Return(FilingDeed.ReturnAmendment, new(Regulator, "名称与商标不符", null), Facts).Value;

    public static IssueFiling Issue(DateOnly? from = null, DateOnly? to = null, string? opinion = null) => new()
    {
        By = Regulator, ValidFrom = from, ValidTo = to, Opinion = opinion,
    };

    private static Form FormOf(string key) => new()
    {
        Key = key, Version = 1, Group = FormGroup.Filing, Label = new() { Zh = key, En = key }, Sections = [],
    };
}
