namespace Suyuan.Inputs;

/// <summary>How much of a lot was used, as the database tells it.</summary>
internal sealed record LotUse
{
    public decimal Used { get; init; }
}
