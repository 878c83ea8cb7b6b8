namespace Suyuan.Jobs;

/// <summary>What is wrong in one cell: the row that a spreadsheet shows, the column's heading, a stable code and its words.</summary>
/// <param name="Number">Counts the errors of the job.</param>
internal sealed record JobErrorItem(long Number, int Row, string Column, string Code, string Message);
