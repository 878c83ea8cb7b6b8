using Npgsql;
using Suyuan.Common;
using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Publishing;

/// <summary>The only door through which anything of an enterprise reaches consumers (PB3, PB4).</summary>
internal sealed class PublicViews(NpgsqlDataSource database, FormCatalogue forms, PublicWords words)
{
    private const string ProfileForm = "public-profile";

    /// <summary>What consumers may see of a batch now, from one snapshot; null when there is no such batch, or a void one.</summary>
    public async Task<PublicView?> Of(CreditCode enterprise, string batch)
    {
        var material = await database.ReadOne<PublicMaterial>(
            "select v.made from public_view($1, $2) v (made) where v.made is not null", enterprise.Value, batch);
        return material is null ? null : Made(enterprise, batch, material);
    }

    private PublicView Made(CreditCode enterprise, string batch, PublicMaterial material)
    {
        var tabs = new PublicTabs(material, forms, words).All();
        var basic = BasicOf(material);
        return new()
        {
            Enterprise = enterprise,
            Batch = batch,
            MadeOn = material.Today,
            Basic = basic,
            Tabs = tabs,
            Timeline = PublicTabs.TimelineOf(tabs),
            Notices = [.. PublicNotices.Of(material)],
            Files = [
                .. PublicFile.Of(basic.Sections.Concat(tabs.SelectMany(tab => tab.Records).SelectMany(record => record.Sections))),
            ],
        };
    }

    private BasicInformation BasicOf(PublicMaterial material)
    {
        var form = material.Profile is { } saved ? forms.Find(ProfileForm, saved.FormVersion) : null;
        return new(
            material.Enterprise.Name,
            material.Enterprise.District,
            words.DistrictOf(material.Enterprise.District),
            PersonalTraces.RemovedFrom(material.Product.Name),
            words.CategoryOf(material.Product.Category),
            form is null ? [] : new PublicAnswers(material, words).Sections(form, material.Profile!.Answers));
    }
}
