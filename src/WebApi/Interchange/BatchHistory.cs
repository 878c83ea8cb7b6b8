using Suyuan.Batches;

namespace Suyuan.Interchange;

/// <summary>What a batch's events are told from, beside the batch itself. Drafts tell of nothing yet.</summary>
internal sealed record BatchHistory(
    IReadOnlyList<StageRecordView> Records, IReadOnlyList<TracedCodes> Codes, IReadOnlyList<TracedTest> Tests,
    IReadOnlyList<SensorDay> Sensors);

/// <summary>A test report (检验报告) that names the batch.</summary>
internal sealed record TracedTest(string Id, int Revision, DateOnly Day, string ReportNo, string Laboratory, string Conclusion);
