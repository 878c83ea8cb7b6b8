namespace Suyuan.Inputs;

/// <summary>What is wrong with a use that was recorded. The record stands, since it tells what was done; this tells on it.</summary>
internal enum InputUseWarning
{
    /// <summary>Used after the lot's validity.</summary>
    Expired,

    /// <summary>An extremely or highly toxic pesticide on fruit, vegetables or tea.</summary>
    BannedOnCategory,

    /// <summary>The batch has more applications of the pesticide than its label allows in a season (每季最多使用次数).</summary>
    TooManyApplications,
}
