using System.Globalization;
using QRCoder;
using Suyuan.Enterprises;

namespace Suyuan.Batches;

/// <summary>How a declaration is wanted.</summary>
public enum DeclarationFormat
{
    /// <summary>A page that a browser prints.</summary>
    Html,
    Pdf,
}

/// <summary>What a declaration of conformity says: the wording of the ministry's form.</summary>
internal sealed record DeclarationContent(CreditCode Enterprise, BatchView Batch, DeclarationView Declaration)
{
    public const string Title = "承诺达标合格证";
    public const string Promise = "我承诺对生产销售的食用农产品：";
    public const string BasisTitle = "承诺依据：";

    public static readonly IReadOnlyList<string> Promises =
        ["不使用禁用农药兽药、停用兽药和非法添加物", "常规农药兽药残留不超标", "对承诺的真实性负责"];

    public IReadOnlyList<(DeclarationBasis Basis, string Name, bool Chosen)> Basis =>
    [
        Named(DeclarationBasis.CommissionedTest, "委托检测"), Named(DeclarationBasis.OwnTest, "自我检测"),
        Named(DeclarationBasis.QualityControl, "内部质量控制"), Named(DeclarationBasis.OwnCommitment, "自我承诺"),
    ];

    public IReadOnlyList<(string Name, string Value)> Rows =>
    [
        ("产品名称", Batch.ProductName),
        ("数量（重量）", string.Create(CultureInfo.InvariantCulture, $"{Declaration.Quantity:0.###} {Declaration.Unit}")),
        ("产地", Declaration.Origin),
        ("生产者", Declaration.Producer),
        ("联系方式", Declaration.Contact),
        ("开具日期", Declaration.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("批次号", Batch.Number.Value),
    ];

    public IEnumerable<string> Texts =>
    [
        Title, Promise, BasisTitle, .. Promises, .. Basis.Select(basis => basis.Name),
        .. Rows.SelectMany(row => new[] { row.Name, row.Value }),
    ];

    /// <summary>What the code says needs no network: the words of the declaration itself.</summary>
    public QRCodeData Qr() => QRCodeGenerator.GenerateQrCode(
        string.Join('\n', Rows.Select(row => $"{row.Name}：{row.Value}").Prepend(Title).Append($"统一社会信用代码：{Enterprise}")),
        QRCodeGenerator.ECCLevel.M, forceUtf8: true);

    private (DeclarationBasis Basis, string Name, bool Chosen) Named(DeclarationBasis basis, string name) =>
        (basis, name, Declaration.Basis.Contains(basis));
}
