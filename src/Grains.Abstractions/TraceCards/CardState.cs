namespace Suyuan.TraceCards;

/// <summary>Life of a trace card (追溯卡).</summary>
public enum CardState
{
    Printed,

    /// <summary>Written into a card file (追溯码文件) for one gin line.</summary>
    Exported,
    Queued,
    InWork,

    /// <summary>Ended because its quota was reached; never reopened.</summary>
    FinishedAuto,

    /// <summary>Ended by hand (人工结束); a verifier may reopen it.</summary>
    FinishedManual,
    Voided,
}
