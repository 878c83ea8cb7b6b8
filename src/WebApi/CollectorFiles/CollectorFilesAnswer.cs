namespace Suyuan.CollectorFiles;

/// <summary>What is known of a line's files.</summary>
/// <param name="KeyNumber">The number of the file key; 0 as long as none was issued.</param>
/// <param name="LastCardFile">The number of the last card file (追溯码文件).</param>
/// <param name="LastCollectionFile">The largest number of a collection file (采集文件).</param>
internal sealed record CollectorFilesAnswer(
    int KeyNumber, DateTimeOffset? KeyIssuedAt, int LastCardFile, DateTimeOffset? CardFileExportedAt, int LastCollectionFile)
{
    public static CollectorFilesAnswer Of(CollectorFilesView view) =>
        new(view.KeyNumber, view.KeyIssuedAt, view.LastCardFile, view.CardFileExportedAt, view.LastCollectionFile);
}
