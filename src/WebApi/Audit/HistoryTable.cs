using Suyuan.Common;

namespace Suyuan.Audit;

/// <summary>Versions of a resource as a table; what changed in detail is the list's to show.</summary>
internal static class HistoryTable
{
    public static ExportTable<VersionItem> Columns { get; } = new("history", "变更历史")
    {
        { "version", "版本", version => version.Version },
        { "at", "时间", version => version.At },
        { "by", "账号", version => version.By },
        { "reason", "原因", version => version.Reason },
        { "changes", "变更项", version => version.Changes.Select(change => change.Member) },
        { "hash", "校验值", version => version.Hash },
    };
}
