using Suyuan.Accounts;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Puts an item into the catalogue; its form says of what kind it is. Repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("add-input")]
public sealed record AddInput([property: Id(0)] Caller By, [property: Id(1)] string Form, [property: Id(2)] FormAnswers Answers);

/// <summary>Enters a purchase of an item, which makes a lot. Repeating it answers as before.</summary>
[GenerateSerializer, Immutable, Alias("add-input-lot")]
public sealed record AddInputLot([property: Id(0)] Caller By, [property: Id(1)] string Item, [property: Id(2)] FormAnswers Answers);

/// <summary>Changes what was answered about an item or a lot.</summary>
[GenerateSerializer, Immutable, Alias("edit-input")]
public sealed record EditInput(
    [property: Id(0)] Caller By, [property: Id(1)] FormAnswers Answers, [property: Id(2)] int? ExpectedRevision);

/// <summary>Retires (停用) an item, of which nothing more is bought, or a lot, of which nothing more is used.</summary>
[GenerateSerializer, Immutable, Alias("retire-input")]
public sealed record RetireInput(
    [property: Id(0)] Caller By, [property: Id(1)] string Reason, [property: Id(2)] int? ExpectedRevision);

/// <summary>Undoes a retirement.</summary>
[GenerateSerializer, Immutable, Alias("reinstate-input")]
public sealed record ReinstateInput([property: Id(0)] Caller By, [property: Id(1)] int? ExpectedRevision);
