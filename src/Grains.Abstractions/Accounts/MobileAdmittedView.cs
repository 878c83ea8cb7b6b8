namespace Suyuan.Accounts;

/// <summary>A mobile proved with its one-time code that somebody holds it; the code is spent.</summary>
[GenerateSerializer, Immutable, Alias("mobile-admitted-view")]
public sealed record MobileAdmittedView([property: Id(0)] string MaskedMobile);
