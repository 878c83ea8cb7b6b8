using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>The certificate that an issuance makes of an application: its number, its days, its answers.</summary>
internal static class Certification
{
    public const int StandardYears = 3;
    private const int MostYears = 10;
    private const int LatestYears = 1;

    /// <summary>An amendment keeps number and days of what it replaces, unless these ran out or others are named.</summary>
    public static Result<FilingCertificate> Certify(this Filing filing, IssueFiling command, FilingFacts facts)
    {
        var application = filing.Application!;
        var standing = filing.Certificate;
        var goesOn = standing is not null && standing.ValidTo >= facts.Today;
        var from = command.ValidFrom ?? (goesOn ? standing!.ValidFrom : facts.Today);
        if (from > facts.Today.AddYears(LatestYears)) return FilingRefusals.ValidityInvalid(from, command.ValidTo ?? from);
        var to = command.ValidTo ?? (goesOn && command.ValidFrom is null ? standing!.ValidTo : from.AddYears(StandardYears).AddDays(-1));
        if (to < from || to < facts.Today || to >= from.AddYears(MostYears)) return FilingRefusals.ValidityInvalid(from, to);

        return new FilingCertificate
        {
            Number = standing?.Number ?? CertificateNumber.Of(filing.Kind, facts.Enterprise.District, facts.Today, facts.Serial),
            ValidFrom = from,
            ValidTo = to,
            IssuedAt = facts.Now,
            IssuedBy = command.By.Account,
            IssuedByName = facts.CallerName,
            Form = application.Form,
            FormVersion = application.FormVersion,
            Answers = application.Answers,
            Identity = application.Identity,
            SubmittedAt = application.SubmittedAt,
        };
    }

    /// <summary>The same issuance again: what it wanted is there, and whoever lost the first answer gets it now.</summary>
    public static bool IssuedAs(this Filing filing, FilingDeed deed, IssueFiling command) =>
        filing is { State: FilingState.Issued, Application: null, Certificate: { } certificate, Steps: [.., { } last] }
        && last.Deed == deed && last.By == command.By.Account
        && (command.ValidFrom ?? certificate.ValidFrom) == certificate.ValidFrom
        && (command.ValidTo ?? certificate.ValidTo) == certificate.ValidTo;
}
