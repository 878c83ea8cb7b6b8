namespace Suyuan.Collector;

/// <summary>Writes a collection file (采集文件).</summary>
public static class CollectionFileWriter
{
    public static byte[] Write(FileKey key, int number, DateTimeOffset madeAt, IReadOnlyList<OfflineMessage> rows) => SealedFile.Write(
        [
            ("suyuan-collection-file", 1), ("gin", key.Gin), ("line", key.Line), ("key", key.Number), ("fileNumber", number),
            ("firstSequence", rows.Count == 0 ? 0 : rows[0].Sequence), ("lastSequence", rows.Count == 0 ? 0 : rows[^1].Sequence),
            ("count", rows.Count), ("madeAt", madeAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null)),
        ],
        OfflineMessage.Columns,
        rows.Select(row => row.ToString()),
        key);
}
