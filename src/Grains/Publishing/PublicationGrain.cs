using System.Collections.Immutable;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

internal sealed class PublicationGrain(
    [PersistentState("publication")] IPersistentState<Publication> stored, FormCatalogue forms, IFacts facts, TimeProvider clock)
    : Grain, IPublicationGrain
{
    private CreditCode Enterprise => PublishingGrainFactory.PublicationOf(this.GetPrimaryKeyString()).Enterprise;

    private BatchNumber? Batch => PublishingGrainFactory.PublicationOf(this.GetPrimaryKeyString()).Batch;

    /// <summary>One that was never written knows whose it is by its key.</summary>
    private Publication Known(Publication publication) => publication with { Enterprise = Enterprise, Batch = Batch };

    public async Task<Result<PublicationView>> GetFor(Caller by)
    {
        var known = await Gather(by);
        return known.Refused ? known.Refusal : Known(stored.State).ToView(Enterprise, Batch, by, known.Value);
    }

    public Task<Result<PublicationView>> Publish(PublishItems command) =>
        Decide(command.By, null, (publication, known) => publication.Publish(command, known));

    public Task<Result<PublicationView>> Unpublish(UnpublishItems command) =>
        Decide(command.By, null, (publication, known) => publication.Unpublish(command, known));

    public Task<Result<PublicationView>> Close(CloseItem command) =>
        Decide(command.By, command.Reason, (publication, known) => publication.Close(command, known));

    public Task<Result<PublicationView>> Lift(LiftClosure command) =>
        Decide(command.By, null, (publication, known) => publication.Lift(command, known));

    private async Task<Result<PublicationView>> Decide(
        Caller by, string? reason, Func<Publication, PublicationFacts, Result<Publication>> decision)
    {
        var gathered = await Gather(by, reason);
        if (gathered.Refused) return gathered.Refusal;
        var known = gathered.Value;
        return await this.Decide(
            stored,
            publication => Changed(publication, decision(Known(publication), known)),
            publication => Known(publication).ToView(Enterprise, Batch, by, known));
    }

    /// <summary>What a decision left as it was is not written, though it now knows whose it is.</summary>
    private static Result<Publication> Changed(Publication before, Result<Publication> decided) =>
        !decided.Refused && decided.Value.Revision == before.Revision ? before : decided;

    private async Task<Result<PublicationFacts>> Gather(Caller by, string? reason = null)
    {
        var enterprise = await GrainFactory.Enterprise(Enterprise).GetFor(by);
        if (enterprise.Refused) return enterprise.Refusal;
        var content = await facts.Find<PublishableContent>("find_publishable_content", Enterprise.Value, Batch?.Value ?? "");
        if (content is null) return SharedRefusals.NotFound("batch");
        return new PublicationFacts
        {
            Standing = content.Standing,
            CodesBound = content.CodesBound,
            Items = Batch is null ? [.. SiteItem.AllOf(forms).Select(site => Of(site, content.Items))] : content.Items,
            District = enterprise.Value.District,
            By = new(by.Account, clock.GetUtcNow(), reason?.Trim()),
        };
    }

    private static ItemContent Of(SiteItem site, ImmutableArray<ItemContent> items) =>
        items.FirstOrDefault(one => one.Item == site.Item) ?? new() { Item = site.Item };
}
