using Suyuan.Accounts;

namespace Suyuan.Common;

/// <summary>Who imports, in which language errors are told, and whether to store nothing or whatever is good.</summary>
internal sealed record ImportOptions(Caller By, Language Language, bool DryRun, bool Partial)
{
    /// <summary>How many grains are asked at a time: enough to fill the writer's groups, few enough to leave room for others.</summary>
    public const int Parallelism = 32;

    /// <summary>One bad row keeps all out, unless the good ones were asked for or nothing was to be stored anyway.</summary>
    public bool Stops(RowErrors errors) => Stops(errors.Count);

    public bool Stops(long errors) => errors > 0 && !Partial && !DryRun;
}
