using System.Text.Json.Nodes;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;
using Suyuan.Regions;

namespace Suyuan.Publishing.Tests;

/// <summary>Publications and their circumstances, made through the public decisions alone.</summary>
internal static class Given
{
    public static readonly CreditCode Enterprise = CreditCode.Parse("91330100799655058B", null);
    public static readonly BatchNumber Number = BatchNumber.Parse("2026030500001", null);
    public static readonly Caller Administrator = new("administrator", Role.EnterpriseAdministrator, Enterprise.Value);
    public static readonly Caller Recorder = new("recorder", Role.Recorder, Enterprise.Value);
    public static readonly Caller Regulator = new("regulator", Role.Regulator, "330100");
    public static readonly Deed By = new("administrator", new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    public static readonly Deed Because = new("regulator", By.At, "虚假信息");

    private static readonly FilingStanding Open =
        new() { EnterpriseIssued = true, ProductsIssued = 1, Product = new() { Id = "f1", Name = "径山毛峰", Category = "tea" } };

    public static Publication Site() => new() { Enterprise = Enterprise };

    public static Publication OfBatch() => new() { Enterprise = Enterprise, Batch = Number };

    public static PublicationFacts Facts(bool codesBound = true, FilingStanding? standing = null, Deed? by = null) => new()
    {
        Standing = standing ?? Open,
        CodesBound = codesBound,
        Items = [new() { Item = "batch", Records = 1 }, new() { Item = "pruning", Records = 2 }, new() { Item = "packing" }],
        District = DistrictCode.Parse("330106", null),
        By = by ?? By,
    };

    public static PublishItems Publish(params string[] items) => new(Administrator, [.. items], null);

    public static UnpublishItems Unpublish(params string[] items) => new(Administrator, [.. items], null);

    public static Publication Published(params string[] items) => OfBatch().Publish(Publish(items), Facts()).Value;

    public static Publication Closed(string item) =>
        OfBatch().Close(new(Regulator, item, "虚假信息"), Facts(by: Because)).Value;

    public static PublicProfileFacts ProfileFacts(string introduction = "高山茶", FilingStanding? standing = null, params FieldFault[] faults) => new()
    {
        Enterprise = Enterprise,
        ProductFiling = "f1",
        Standing = standing ?? Open,
        Filled = new(FormCatalogue.Load().Get("public-profile"), FormAnswers.Of(new JsonObject { ["productIntroduction"] = introduction }), [.. faults]),
        By = By,
    };

    public static SavePublicProfile Save(Caller? by = null, int? revision = null) => new(by ?? Administrator, FormAnswers.Empty, revision);
}
