using Suyuan.Accounts;
using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>An enterprise begins an application (创建申请); repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("create-filing")]
public sealed record CreateFiling([property: Id(0)] Caller By, [property: Id(1)] FilingKind Kind, [property: Id(2)] FormAnswers Answers);

/// <summary>Keeps other answers, right or wrong: faults are counted, and refused when it is submitted.</summary>
[GenerateSerializer, Immutable, Alias("edit-filing")]
public sealed record EditFiling(
    [property: Id(0)] Caller By, [property: Id(1)] FormAnswers Answers, [property: Id(2)] int? ExpectedRevision);

[GenerateSerializer, Immutable, Alias("submit-filing")]
public sealed record SubmitFiling([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

[GenerateSerializer, Immutable, Alias("withdraw-filing")]
public sealed record WithdrawFiling([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>Throws a filing away that was never issued, or an amendment.</summary>
[GenerateSerializer, Immutable, Alias("delete-filing")]
public sealed record DeleteFiling([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>Sends a submission back (退回) with an opinion.</summary>
[GenerateSerializer, Immutable, Alias("return-filing")]
public sealed record ReturnFiling([property: Id(0)] Caller By, [property: Id(1)] string Opinion, [property: Id(2)] int? ExpectedRevision);

/// <summary>
/// Issues (颁发) what was submitted. Three years from today, unless other days are named; an amendment keeps the days of what it replaces
/// while they last.
/// </summary>
[GenerateSerializer, Immutable, Alias("issue-filing")]
public sealed record IssueFiling
{
    [Id(0)] public required Caller By { get; init; }
    [Id(1)] public DateOnly? ValidFrom { get; init; }
    [Id(2)] public DateOnly? ValidTo { get; init; }
    [Id(3)] public string? Opinion { get; init; }
    [Id(4)] public int? ExpectedRevision { get; init; }
}

/// <summary>Revokes (注销) an issued filing for a reason; an amendment of it falls with it.</summary>
[GenerateSerializer, Immutable, Alias("revoke-filing")]
public sealed record RevokeFiling([property: Id(0)] Caller By, [property: Id(1)] string Reason, [property: Id(2)] int? ExpectedRevision);

/// <summary>Begins an amendment (变更) of what was issued, from these answers or from those that stand.</summary>
[GenerateSerializer, Immutable, Alias("open-amendment-of-filing")]
public sealed record OpenAmendment(
    [property: Id(0)] Caller By, [property: Id(1)] FormAnswers? Answers, [property: Id(2)] int? ExpectedRevision);
