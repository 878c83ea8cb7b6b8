using Suyuan.Enterprises;
using Suyuan.Forms;

namespace Suyuan.Batches;

/// <summary>How a dossier is wanted.</summary>
public enum DossierFormat
{
    Json,

    /// <summary>A page that a browser prints.</summary>
    Html,
}

/// <summary>Dossier (生产档案) of a batch: everything that is recorded of it.</summary>
/// <param name="Stages">In the order of the menu, those without records too.</param>
/// <param name="Files">Every file that a record names.</param>
internal sealed record Dossier(
    string EnterpriseName,
    BatchView Batch,
    EnterpriseEntryView? Zone,
    IReadOnlyList<EnterpriseEntryView> Plots,
    IReadOnlyList<DossierStage> Stages,
    IReadOnlyList<DossierFile> Files);

/// <summary>A stage and its records in the order of the days they tell of.</summary>
internal sealed record DossierStage(string Stage, FormText Label, StageGroup? Group, IReadOnlyList<StageRecordView> Records);

/// <summary>A file and the record that names it.</summary>
internal sealed record DossierFile(string Sha256, string Name, string Record);
