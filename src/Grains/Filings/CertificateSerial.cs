namespace Suyuan.Filings;

/// <summary>A serial number that the database drew for a certificate.</summary>
internal sealed record CertificateSerial
{
    public long Serial { get; init; }
}
