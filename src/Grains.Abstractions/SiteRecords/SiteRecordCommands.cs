using Suyuan.Accounts;
using Suyuan.Forms;

namespace Suyuan.SiteRecords;

/// <summary>Begins a record as a draft. Repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("add-site-record")]
public sealed record AddSiteRecord([property: Id(0)] Caller By, [property: Id(1)] string Form, [property: Id(2)] FormAnswers Answers);

/// <summary>Changes a record's answers; a submitted one stays submitted and must stay complete.</summary>
[GenerateSerializer, Immutable, Alias("edit-site-record")]
public sealed record EditSiteRecord(
    [property: Id(0)] Caller By, [property: Id(1)] FormAnswers Answers, [property: Id(2)] int? ExpectedRevision);

/// <summary>Submits (提交) a draft.</summary>
[GenerateSerializer, Immutable, Alias("submit-site-record")]
public sealed record SubmitSiteRecord([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);

/// <summary>Deletes a record that was entered by mistake; the record itself and its history are kept.</summary>
[GenerateSerializer, Immutable, Alias("delete-site-record")]
public sealed record DeleteSiteRecord(
    [property: Id(0)] Caller By, [property: Id(1)] string Reason, [property: Id(2)] int? ExpectedRevision);
