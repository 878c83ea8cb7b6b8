namespace Suyuan.Filings;

/// <summary>Certificate (备案证书) of an issued filing; valid through its last day, China time.</summary>
[GenerateSerializer, Immutable, Alias("filing-certificate-view")]
public sealed record FilingCertificateView
{
    [Id(0)] public string Number { get; init; } = "";
    [Id(1)] public DateOnly ValidFrom { get; init; }
    [Id(2)] public DateOnly ValidTo { get; init; }
    [Id(3)] public DateTimeOffset IssuedAt { get; init; }

    /// <summary>The regulator's account, and the name it had then.</summary>
    [Id(4)] public string IssuedBy { get; init; } = "";
    [Id(5)] public string IssuedByName { get; init; } = "";
}
