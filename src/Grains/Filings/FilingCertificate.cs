using Suyuan.Forms;

namespace Suyuan.Filings;

/// <summary>Certificate (备案证书) as stored, with the answers that it stands for.</summary>
[GenerateSerializer, Immutable, Alias("filing-certificate")]
public sealed record FilingCertificate
{
    [Id(0)] public string Number { get; init; } = "";
    [Id(1)] public DateOnly ValidFrom { get; init; }
    [Id(2)] public DateOnly ValidTo { get; init; }
    [Id(3)] public DateTimeOffset IssuedAt { get; init; }
    [Id(4)] public string IssuedBy { get; init; } = "";

    /// <summary>What the account was called then: a certificate does not change with it.</summary>
    [Id(5)] public string IssuedByName { get; init; } = "";
    [Id(6)] public string Form { get; init; } = "";
    [Id(7)] public int FormVersion { get; init; }
    [Id(8)] public FormAnswers Answers { get; init; } = FormAnswers.Empty;
    [Id(9)] public string? Identity { get; init; }
    [Id(10)] public DateTimeOffset? SubmittedAt { get; init; }

    internal FilingCertificateView ToView() => new()
    {
        Number = Number,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
        IssuedAt = IssuedAt,
        IssuedBy = IssuedBy,
        IssuedByName = IssuedByName,
    };
}
