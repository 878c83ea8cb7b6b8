namespace Suyuan.IdentityCodes;

/// <summary>The part of a run that is somebody's already, as the database tells it; whose it is, it does not tell.</summary>
internal sealed record RunInWay
{
    public string Start { get; init; } = "";
    public string End { get; init; } = "";
}
