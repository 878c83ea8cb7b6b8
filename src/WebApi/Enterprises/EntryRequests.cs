using Suyuan.Accounts;
using Suyuan.Forms;

namespace Suyuan.Enterprises;

/// <summary>The profile: answers to the form `enterprise-profile`.</summary>
public sealed record ProfileRequest(FormAnswers Answers)
{
    public SaveProfile ToCommand(Caller by, int? revision) => new() { By = by, Answers = Answers, ExpectedRevision = revision };
}

/// <summary>A production zone, a plot or a product.</summary>
/// <param name="Answers">To the form `production-zone`, `plot` or `product`.</param>
/// <param name="Zone">Of a plot: the id of the zone it belongs to.</param>
/// <param name="ProductFiling">Of a product: the id of the issued filing that it was filed with, if any.</param>
public sealed record EntryRequest(FormAnswers Answers, string? Zone = null, string? ProductFiling = null)
{
    public SaveEntry ToCommand(EntryKind kind, Caller by, int? revision = null) => new()
    {
        By = by,
        Answers = Answers,
        Zone = kind is EntryKind.Plot ? Zone : null,
        ProductFiling = kind is EntryKind.Product ? ProductFiling : null,
        ExpectedRevision = revision,
    };
}
