using Suyuan.Accounts;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Filings;
using Suyuan.Forms;

namespace Suyuan.Publishing;

internal sealed class PublicProfileGrain(
    [PersistentState("public-profile")] IPersistentState<PublicProfile> stored, FormIntake intake, IFacts facts, TimeProvider clock)
    : Grain, IPublicProfileGrain
{
    private CreditCode Enterprise => PublishingGrainFactory.PublicProfileOf(this.GetPrimaryKeyString()).Enterprise;

    private string ProductFiling => PublishingGrainFactory.PublicProfileOf(this.GetPrimaryKeyString()).ProductFiling;

    /// <summary>Of a product that is filed there is a profile, empty until it is saved; of any other there is none.</summary>
    public async Task<Result<PublicProfileView>> GetFor(Caller by)
    {
        if (await GrainFactory.AgainstReading(Enterprise, by) is { } unknown) return unknown;
        if (stored.State.Revision > 0) return stored.State.ToView(Enterprise, ProductFiling);
        if ((await Standing()).Product is not { } product) return SharedRefusals.NotFound("public-profile");
        return stored.State.ToView(Enterprise, ProductFiling) with { ProductName = product.Name };
    }

    public async Task<Result<PublicProfileView>> Save(SavePublicProfile command)
    {
        if (await GrainFactory.AgainstWriting(Enterprise, command.By) is { } refusal) return refusal;
        var known = new PublicProfileFacts
        {
            Enterprise = Enterprise,
            ProductFiling = ProductFiling,
            Standing = await Standing(),
            Filled = await intake.Fill(PublicProfile.Form, Enterprise, command.Answers, stored.State.Answers),
            By = new(command.By.Account, clock.GetUtcNow()),
        };
        return await this.Decide(
            stored, profile => profile.Save(command, known), profile => profile.ToView(Enterprise, ProductFiling));
    }

    private async Task<FilingStanding> Standing() =>
        await facts.Find<FilingStanding>("filing_standing", Enterprise.Value, ProductFiling) ?? new();
}
