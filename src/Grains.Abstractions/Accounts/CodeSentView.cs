namespace Suyuan.Accounts;

/// <summary>A one-time code (验证码) is on its way.</summary>
[GenerateSerializer, Immutable, Alias("code-sent-view")]
public sealed record CodeSentView([property: Id(0)] string MaskedMobile, [property: Id(1)] DateTimeOffset ExpiresAt);
