using Suyuan.Accounts;
using Suyuan.Common;

namespace Suyuan.Filings;

/// <summary>A filing as its callers see it.</summary>
internal static class FilingViews
{
    public static FilingView ToView(this Filing filing, string id, Caller by, FilingFacts facts)
    {
        var (application, certificate) = (filing.Application, filing.Certificate);
        return new()
        {
            Revision = filing.Revision,
            Id = id,
            Enterprise = filing.Enterprise,
            EnterpriseName = facts.Enterprise.Name,
            District = facts.Enterprise.District,
            Kind = filing.Kind,
            State = filing.StateOn(facts.Today),
            Form = certificate?.Form ?? application!.Form,
            FormVersion = certificate?.FormVersion ?? application!.FormVersion,
            Answers = (certificate?.Answers ?? application!.Answers).Shown(),
            FaultCount = certificate is null ? application!.FaultCount : 0,
            SubmittedAt = certificate is null ? application!.SubmittedAt : certificate.SubmittedAt,
            Opinion = certificate is null ? application!.Opinion : null,
            Certificate = certificate?.ToView(),
            Amendment = certificate is not null && SeesAmendment(filing, by) ? application?.ToView() : null,
            RevokedFor = filing.RevokedFor,
            CreatedAt = filing.CreatedAt,
            Steps = filing.Steps,
        };
    }

    public static FilingVerdicts Judge(this Filing filing, Caller by, FilingFacts facts) => new(
        [.. Enum.GetValues<FilingDeed>().Select(deed => new FilingVerdict(deed, new Verdict([.. filing.Against(deed, by, facts)])))]);

    private static bool SeesAmendment(Filing filing, Caller by) =>
        by.Role is not Role.Regulator || filing.Application is not { State: FilingState.Draft };
}
