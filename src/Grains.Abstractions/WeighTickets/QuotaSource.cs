namespace Suyuan.WeighTickets;

/// <summary>Where the lint-equivalent conditioned weight (折皮棉公定重量) of a ticket comes from.</summary>
public enum QuotaSource
{
    /// <summary>Sent by the gin's purchase system.</summary>
    Sent,

    /// <summary>Computed: net weight × conditioned lint percentage.</summary>
    Computed,
}
