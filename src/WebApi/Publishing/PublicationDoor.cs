using Microsoft.AspNetCore.Http.HttpResults;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>Finds the grain that a route leads to, SITE's or a batch's, and shows what it answers.</summary>
internal sealed class PublicationDoor(IGrainFactory grains, FormCatalogue forms, Reasons reasons)
{
    public IPublicationGrain Of(CreditCode enterprise, BatchNumber? batch = null) => grains.Publication(enterprise, batch);

    public Results<Ok<PublicationAnswer>, ProblemHttpResult> Show(Result<PublicationView> result) =>
        result.ToHttp(view => PublicationAnswer.Of(view, forms, reasons));
}
