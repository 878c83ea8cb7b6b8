using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>Opens items to consumers (开通查询), all of them or none.</summary>
[GenerateSerializer, Immutable, Alias("publish-items")]
public sealed record PublishItems(
    [property: Id(0)] Caller By, [property: Id(1)] ImmutableArray<string> Items, [property: Id(2)] int? ExpectedRevision);

/// <summary>Takes items back from consumers (禁止查询).</summary>
[GenerateSerializer, Immutable, Alias("unpublish-items")]
public sealed record UnpublishItems(
    [property: Id(0)] Caller By, [property: Id(1)] ImmutableArray<string> Items, [property: Id(2)] int? ExpectedRevision);

/// <summary>A regulator takes an item back and keeps it closed.</summary>
[GenerateSerializer, Immutable, Alias("close-item")]
public sealed record CloseItem([property: Id(0)] Caller By, [property: Id(1)] string Item, [property: Id(2)] string Reason);

/// <summary>A regulator lets an item be published again.</summary>
[GenerateSerializer, Immutable, Alias("lift-closure")]
public sealed record LiftClosure([property: Id(0)] Caller By, [property: Id(1)] string Item);

/// <summary>Saves the public profile (企业查询信息) of a product.</summary>
[GenerateSerializer, Immutable, Alias("save-public-profile")]
public sealed record SavePublicProfile(
    [property: Id(0)] Caller By, [property: Id(1)] FormAnswers Answers, [property: Id(2)] int? ExpectedRevision);
